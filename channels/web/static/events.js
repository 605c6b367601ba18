// Server-sent events of a POST: EventSource can only GET, so the stream is read by hand.

// Yields {event, data} as they arrive. Throws Failed where the server refuses.
export async function* ask(body) {
  const response = await fetch("/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Failed((await response.json()).detail);
  yield* read(response.body.pipeThrough(new TextDecoderStream()).getReader());
}

export class Failed extends Error {}

async function* read(reader) {
  let held = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    held += value.replaceAll("\r", "");
    let end;
    while ((end = held.indexOf("\n\n")) >= 0) {
      const found = parse(held.slice(0, end));
      held = held.slice(end + 2);
      if (found.data) yield found;
    }
  }
}

function parse(block) {
  const lines = block.split("\n");
  const values = (name) => lines.filter((line) => line.startsWith(name + ":")).map((line) => line.slice(name.length + 1).replace(/^ /, ""));
  return { event: values("event")[0] ?? "message", data: values("data").join("\n") };
}
