// An answer while it comes: each verified sentence goes to its heading; the finished card then takes its place.

export class LiveExchange {
  constructor(log, question) {
    this.element = clone("live");
    this.element.querySelector(".asked").textContent = question;
    log.append(this.element);
  }

  add(sentence) {
    const row = this.element.querySelector(`[data-role="${sentence.role}"]`);
    const place = row.querySelector(".said");
    const line = document.createElement(place.matches("ul, ol") ? "li" : "p");
    line.textContent = sentence.text;
    place.append(line);
    row.hidden = false;
  }

  note(text) {
    this.element.querySelector(".live-note").textContent = text;
  }

  finish(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html; // a card that the server rendered and escaped
    this.replace(holder.content.querySelector(".exchange"));
  }

  fail(question, detail) {
    const failed = clone("failed");
    failed.querySelector(".asked").textContent = question;
    failed.querySelector(".trouble-detail").textContent = detail;
    this.replace(failed);
  }

  replace(element) {
    this.element.replaceWith(element);
    this.element = element;
  }
}

function clone(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}
