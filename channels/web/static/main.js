// Starts what a page has: the type switch on every page, the conversation on the chat page.
import { startChat } from "./chat.js";
import { startTypeSwitch } from "./type_size.js";

startTypeSwitch(document.getElementById("type-switch"));
const chat = document.getElementById("chat");
const streams = "TextDecoderStream" in window; // a browser without it sends the form, and the server renders the page
if (chat && streams) startChat(chat);
