// What was asked in this tab, kept until the tab is closed, so that looking up an article does not lose the answer.
const KEY = "lawline";

export function keep(log, conversation) {
  sessionStorage.setItem(KEY, JSON.stringify({ conversation, html: log.innerHTML }));
}

export function recall() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
}

export function forget() {
  sessionStorage.removeItem(KEY);
}
