// The conversation: questions go out, sentences come in, the tab remembers.
import { ask, Failed } from "./events.js";
import { forget, keep, recall } from "./history.js";
import { LiveExchange } from "./live.js";
import { openReferences } from "./references.js";

const SLOW = 1000; // milliseconds after which waiting is explained

export function startChat(root) {
  const log = root.querySelector("#log");
  const form = root.querySelector("#ask");
  const box = form.elements.question;
  restore(root, log, form);
  openReferences(log);
  root.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button && event.target !== form) return; // an older browser: the server answers this form
    event.preventDefault();
    send(root, button?.name === "question" ? button.value : (event.target.elements.question?.value ?? box.value));
  });
  root.querySelector("#restart").addEventListener("click", forget);
  box.addEventListener("keydown", (event) => {
    const plain = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (plain && matchMedia("(pointer: fine)").matches) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}

function restore(root, log, form) {
  const shown = log.querySelector(".exchange");
  const kept = recall();
  if (shown) {
    keep(log, form.elements.conversation.value);
  } else if (kept) {
    log.innerHTML = kept.html; // what the server rendered, from this tab's own memory
    form.elements.conversation.value = kept.conversation;
  }
  showLog(root, Boolean(shown || kept));
}

function showLog(root, any) {
  root.querySelector("#intro").hidden = any;
  root.querySelector("#restart").hidden = !any;
}

async function send(root, said) {
  const question = said.trim();
  const form = root.querySelector("#ask");
  const mistake = root.querySelector("#mistake");
  if (form.querySelector(".send").ariaDisabled === "true") return;
  mistake.hidden = Boolean(question);
  mistake.textContent = "请先写下您的问题。";
  if (!question) return form.elements.question.focus();
  setBusy(form, true);
  showLog(root, true);
  await answer(root, form, question);
  setBusy(form, false);
}

async function answer(root, form, question) {
  const log = root.querySelector("#log");
  const live = new LiveExchange(log, question);
  const slow = setTimeout(() => tell(root, "正在查法律条文，请稍等…"), SLOW);
  live.element.scrollIntoView({ block: "start" });
  try {
    for await (const { event, data } of ask(values(form, question))) {
      if (event === "sentence") live.add(JSON.parse(data));
      if (event === "card") live.finish(data);
      if (event === "error") throw new Failed(JSON.parse(data).detail);
    }
    if (live.element.matches(".live")) throw new Failed("回答中途断了。");
    done(root, form, log, live.element);
  } catch (error) {
    const detail = error instanceof Failed ? error.message : "网络好像断了，请检查网络后再试。";
    live.fail(question, detail);
    root.querySelector("#spoken").textContent = `没有答上来：${detail}可以拨打12348。`;
    form.elements.question.value = question;
  } finally {
    clearTimeout(slow);
    hush(root);
  }
}

function tell(root, text) {
  const status = root.querySelector("#status");
  status.hidden = false;
  status.textContent = text;
}

function hush(root) {
  root.querySelector("#status").hidden = true;
}

function done(root, form, log, element) {
  const said = element.querySelector(".conclusion p, .notes p")?.textContent ?? "";
  root.querySelector("#spoken").textContent = `AI回答：${said}`;
  form.elements.conversation.value = element.dataset.conversation;
  form.elements.question.value = "";
  keep(log, element.dataset.conversation);
  if (element.querySelector(".step")) element.scrollIntoView({ block: "start" }); // its question stands below the answer
}

function values(form, question) {
  const filled = ["conversation", "day", "region"].map((name) => [name, form.elements[name].value]);
  return { question, ...Object.fromEntries(filled.filter(([, value]) => value)) };
}

function setBusy(form, busy) {
  form.querySelector(".send").ariaDisabled = String(busy);
}
