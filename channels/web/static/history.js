// What was asked in this tab, kept until the tab is closed, so that looking up an article does not lose the answer.
const KEY = "lawline";

export function keep(log, conversation) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ conversation, html: log.innerHTML }));
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error;
    forget(); // too long to be kept: the page still shows it, a reload begins anew
  }
}

export function recall() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
}

export function forget() {
  sessionStorage.removeItem(KEY);
}
