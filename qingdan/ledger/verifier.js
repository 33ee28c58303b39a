"use strict";
// The second verifier. It follows FORMAT.md and must give the verdicts of verify.py, word for word: a test compares them.
const DATA = JSON.parse(document.getElementById("data").textContent);
const { reasons: REASONS, headlines: HEADLINES, freshness: FRESHNESS, statuses: STATUSES } = DATA;
const LONGEST = 65536, LONGEST_LIST = 1 << 24, LONGEST_HEADER = 4096, OLD_AFTER_DAYS = 7;
const BY_CODE = { wrong_signature: "forged", wrong_content: "forged", two_faces: "forged", unknown_key: "unknown_key", key_not_in_force: "unknown_key" };

class Refused extends Error {}
const no = (code) => { throw new Refused(code); };
const both = (template, values = {}) => Object.fromEntries(["zh", "en"].map((lang) => [lang,
  template[lang].replace(/\{(\w+)\}/g, (_, name) => { const v = values[name]; return typeof v === "object" ? v[lang] : String(v); })]));
const daySaid = (day) => ({ en: day, zh: `${+day.slice(0, 4)}年${+day.slice(5, 7)}月${+day.slice(8)}日` });
const momentSaid = (at) => { const day = daySaid(at.slice(0, 10)), time = at.slice(11, 19); return { en: `${day.en} ${time} (UTC+8)`, zh: day.zh + time }; };

// --- Bytes and text ---
const bytesOf = (text) => (text.isWellFormed() ? new TextEncoder().encode(text) : no("bad_encoding"));
const textOf = (bytes, code = "bad_encoding") => {
  try { return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes); } catch { return no(code); }
};
const joined = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
};
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text, length) => {
  let raw;
  try { raw = atob(text); } catch { no("bad_encoding"); }
  if (btoa(raw) !== text || (length !== undefined && raw.length !== length)) no("bad_encoding");
  return Uint8Array.from(raw, (c) => c.charCodeAt(0));
};
const decimal = (text) => (/^(?:0|[1-9][0-9]{0,15})$/.test(text) && Number.isSafeInteger(+text) ? +text : no("bad_encoding"));
const isDay = (text) => {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || text.startsWith("0000")) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(+day) && day.toISOString().slice(0, 10) === text;
};
const canonical = (value, depth = 0) => {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return value.isWellFormed() ? JSON.stringify(value) : no("not_canonical");
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : no("not_canonical");
  if (depth >= 16) no("not_canonical");
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join(",")}]`;
  return `{${Object.keys(value).sort().map((key) => `${canonical(key)}:${canonical(value[key], depth + 1)}`).join(",")}}`;
};
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const parseObject = (text) => {
  let value;
  try { value = JSON.parse(text); } catch { no("not_canonical"); }
  return canonical(value) === text && isObject(value) ? value : no("not_canonical");
};
class Pieces {
  constructor(bytes) { this.bytes = bytes; this.at = 0; }
  get left() { return this.bytes.length - this.at; }
  take(length) {
    if (length > this.left) no("truncated");
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }
  count() {
    let value = 0n, shift = 0n, byte;
    do {
      if (shift > 53n) no("bad_encoding");
      byte = this.take(1)[0];
      value |= BigInt(byte & 0x7f) << shift;
      shift += 7n;
    } while (byte >= 0x80);
    if (value > BigInt(Number.MAX_SAFE_INTEGER) || (byte === 0 && shift > 7n)) no("bad_encoding");
    return Number(value);
  }
}
const fromDigits = (text) => {
  if (!/^(?:[0-9]{5})*(?:[0-9]{3})?$/.test(text)) no("bad_encoding");
  const bytes = [];
  for (let i = 0; i < text.length; i += 5) {
    const group = text.slice(i, i + 5), value = +group;
    if (value > (group.length === 5 ? 0xffff : 0xff)) no("bad_encoding");
    if (group.length === 5) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
};

// --- The tree ---
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
const pathLengths = (index, size) => {
  if (index >= size) no("bad_path");
  const inner = index === size - 1 ? 0 : (BigInt(index) ^ BigInt(size - 1)).toString(2).length;
  return [inner, (BigInt(index) >> BigInt(inner)).toString(2).replaceAll("0", "").length];
};
const rootByInclusion = async (leaf, index, size, path) => {
  const [inner, border] = pathLengths(index, size);
  if (path.length !== inner + border) no("bad_path");
  let node = leaf;
  for (const [height, sibling] of path.entries()) {
    const right = height >= inner || (BigInt(index) >> BigInt(height)) & 1n;
    node = right ? await sha256([1], sibling, node) : await sha256([1], node, sibling);
  }
  return node;
};
let emptyRoot;
const checkpointOf = async (origin, size, root) => {
  emptyRoot ??= await sha256();
  if ((size === 0) !== same(root, emptyRoot)) no("bad_checkpoint");
  return { origin, size, root, text: `${origin}\n${size}\n${base64(root)}\n` };
};
const parseCheckpoint = (text) => {
  const lines = text.split("\n");
  if (lines.length !== 4 || !lines[0] || lines[3]) no("bad_checkpoint");
  return checkpointOf(lines[0], decimal(lines[1]), fromBase64(lines[2], 32));
};

// --- Notes ---
const takenApart = (note) => {
  const gap = note.lastIndexOf("\n\n"), lines = note.slice(gap + 2).split("\n");
  // eslint-disable-next-line no-control-regex
  if (gap < 0 || lines.pop() || lines.length < 1 || lines.length > 32 || /[\x00-\x09\x0b-\x1f]/.test(note)) no("bad_note");
  return [note.slice(0, gap + 1), lines.map((line) => {
    const found = /^— (\S+) (\S+)$/.exec(line);
    if (!found || !/^[^\s+\x7f]{1,200}$/u.test(found[1])) no("bad_note");
    const data = fromBase64(found[2]);
    if (data.length <= 4) no("bad_note");
    return { name: found[1], id: data.slice(0, 4), value: data.slice(4) };
  })];
};
const keyFrom = async (line) => {
  const found = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+?)(?: from (\S+))?(?: until (\S+))?$/.exec(line);
  const data = fromBase64(found[3], 33), raw = data.slice(1);
  return { name: found[1], id: (await sha256(bytesOf(`${found[1]}\n`), data)).slice(0, 4), raw, since: found[4], until: found[5] };
};
const isBy = async (key, signature, message) => {
  let imported;
  try { imported = await crypto.subtle.importKey("raw", key.raw, "Ed25519", false, ["verify"]); }
  catch (error) { if (error.name === "NotSupportedError") throw error; return false; }
  return crypto.subtle.verify("Ed25519", imported, signature, message);
};
const opened = async (note, keys) => {
  const [text, signatures] = takenApart(note), signed = [];
  for (const signature of signatures) {
    const key = keys.find((k) => k.name === signature.name && same(k.id, signature.id));
    if (!key) continue;
    if (signed.includes(key) || !(await isBy(key, signature.value, bytesOf(text)))) no("wrong_signature");
    signed.push(key);
  }
  return signed.length ? signed : no("unknown_key");
};
// Days as text sort like days.
const inForce = (key, first, last) => (!key.since || !last || key.since <= last) && (!key.until || first < key.until);

// --- Bundles ---
const readBundle = async (given) => {
  const bytes = typeof given === "string" ? (given.isWellFormed() ? bytesOf(given) : no("not_a_proof")) : given;
  if (bytes.length > LONGEST) no("too_long");
  if (bytes[0] === 0x7b) return fromJson(parseObject(textOf(bytes, "not_canonical")));
  const found = /^(?:https?:\/\/[!-~]{1,200}#)?QD1:([0-9]+)$/.exec(textOf(bytes, "not_a_proof"));
  return found ? fromCompact(new Pieces(fromDigits(found[1]))) : no("not_a_proof");
};
const entryOf = (header, digest) => (header.length > LONGEST_HEADER ? no("bad_entry") : joined(header, digest));
const fromJson = async (said) => {
  const disclosed = "body" in said, secret = said[disclosed ? "salt" : "digest"];
  const expected = ["format", "header", "proof", ...(disclosed ? ["body", "salt"] : ["digest"])].sort().join();
  if (Object.keys(said).sort().join() !== expected || said.format !== "qingdan-proof/1" || !isObject(said.header)) no("not_a_proof");
  if (typeof said.proof !== "string" || typeof secret !== "string" || (disclosed && !isObject(said.body))) no("not_a_proof");
  const salt = fromBase64(secret, disclosed ? 16 : 32);
  const digest = disclosed ? await sha256(salt, bytesOf(canonical(said.body))) : salt;
  const lines = said.proof.split("\n"), gap = lines.indexOf("");
  const end = said.proof.indexOf("\n\n");
  if (lines[0] !== "c2sp.org/tlog-proof@v1" || gap < 2 || end < 0 || !lines[1].startsWith("index ")) no("not_a_proof");
  const index = decimal(lines[1].slice(6)), path = lines.slice(2, gap).map((line) => fromBase64(line, 32));
  const header = bytesOf(canonical(said.header));
  return { header, entry: entryOf(header, digest), body: disclosed ? said.body : null, index, path, note: said.proof.slice(end + 2) };
};
const fromCompact = async (pieces) => {
  const version = pieces.take(1)[0];
  if (version !== 1 && version !== 2) no("not_a_proof");
  const atMost = (length, most) => (length > most ? no("too_long") : length);
  const header = pieces.take(atMost(pieces.count(), LONGEST_HEADER));
  let body = null, digest;
  if (version === 2) {
    const salt = pieces.take(16);
    body = pieces.take(pieces.count());
    digest = await sha256(salt, body);
  } else digest = pieces.take(32);
  const entry = entryOf(header, digest);
  const origin = textOf(pieces.take(atMost(pieces.count(), 200)));
  const index = pieces.count(), size = pieces.count(), [inner, border] = pathLengths(index, size);
  const path = Array.from({ length: inner + border }, () => pieces.take(32));
  const count = pieces.left / 68;
  if (!Number.isInteger(count) || count < 1 || count > 32) no("truncated");
  const head = await checkpointOf(origin, size, await rootByInclusion(await sha256([0], entry), index, size, path));
  const lines = Array.from({ length: count }, () => `— ${origin} ${base64(pieces.take(68))}\n`).join("");
  return { header, entry, body, index, path, note: `${head.text}\n${lines}` };
};
const factsOf = (header) => {
  const facts = parseObject(textOf(header, "not_canonical")), { at, kind, number } = facts, is = (value, form) => typeof value === "string" && form.test(value);
  const time = is(at, /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+08:00$/) && isDay(at.slice(0, 10)) && at.slice(11, 13) < "24" && at.slice(14, 16) < "60" && at.slice(17, 19) < "60";
  const named = number === undefined || number === null || is(number, /^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/);
  return time && is(kind, /^[a-z][a-z0-9_.-]{0,63}$/) && named ? facts : no("bad_entry");
};

// --- Status lists ---
const readList = async (given, keys, head) => {
  if (given.length > LONGEST_LIST || (typeof given === "string" && !given.isWellFormed())) no("status_unreadable");
  const note = typeof given === "string" ? given : textOf(given, "status_unreadable");
  const lines = takenApart(note)[0].split("\n");
  if (lines[0] !== "qingdan-status/1" || lines.length < 6 || lines.pop()) no("status_unreadable");
  const [, origin, on, size, root, ...rest] = lines;
  const at = await parseCheckpoint(`${origin}\n${size}\n${root}\n`);
  if (!isDay(on)) no("status_unreadable");
  const adverse = rest.map((line) => {
    const [number, status, since, index, ...more] = line.split(" ");
    if (index === undefined || more.length || !Object.hasOwn(STATUSES, status) || !isDay(since) || !/^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/.test(number)) no("status_unreadable");
    if (!/^(?:0|[1-9][0-9]{0,15})$/.test(index) || since > on || +index >= at.size) no("status_unreadable");
    return { number, status, since, index: +index };
  });
  if (adverse.some((line, i) => i && adverse[i - 1].number >= line.number)) no("status_unreadable");
  const signed = await opened(note, keys.filter((key) => key.name === origin));
  if (!signed.some((key) => inForce(key, on, on))) no("key_not_in_force");
  if (origin !== head.origin) no("status_of_other_log");
  if (at.size === head.size && !same(at.root, head.root)) no("two_faces");
  return { on, size: at.size, adverse };
};
const standingOf = (entry, list, today) => {
  const at = momentSaid(entry.header.at), unknown = (key, values) => ({ freshness: "unknown", says: both(FRESHNESS[key], values), as_of: null, status: null, since: null });
  if (entry.header.number === undefined || entry.header.number === null) return unknown("no_number", { at });
  if (!list) return unknown("no_list", { at });
  if (entry.index >= list.size) return unknown("list_too_early", { on: daySaid(list.on) });
  const age = today ? Math.round((Date.parse(today) - Date.parse(list.on)) / 86400000) : 0, freshness = age > OLD_AFTER_DAYS ? "old" : "as_of";
  const found = list.adverse.find((line) => line.number === entry.header.number && entry.index < line.index), on = daySaid(list.on);
  const says = found
    ? both(FRESHNESS[found.status === "changed" ? "changed" : "adverse"], { status: STATUSES[found.status], since: daySaid(found.since), on })
    : both(FRESHNESS[freshness], { on, days: age });
  return { freshness, says, as_of: list.on, status: found ? found.status : null, since: found ? found.since : null };
};

// --- The verdict: what Verdict.as_data() gives in verify.py ---
async function verify(proof, keyLines, { status = null, today = null } = {}) {
  const keys = await Promise.all(keyLines.map(keyFrom));
  const refused = (error) => {
    if (!(error instanceof Refused)) throw error;
    const outcome = BY_CODE[error.message] ?? "unreadable";
    return { outcome, says: both(HEADLINES[outcome], { why: REASONS[error.message] }), holds: outcome === "forged" ? false : null, reason: error.message };
  };
  let entry, head;
  try {
    const bundle = await readBundle(proof);
    head = await parseCheckpoint(takenApart(bundle.note)[0]);
    const signed = await opened(bundle.note, keys.filter((key) => key.name === head.origin));
    if (!same(await rootByInclusion(await sha256([0], bundle.entry), bundle.index, head.size, bundle.path), head.root)) no("wrong_content");
    const header = factsOf(bundle.header);
    if (!signed.some((key) => inForce(key, header.at.slice(0, 10), today))) no("key_not_in_force");
    const body = bundle.body instanceof Uint8Array ? parseObject(textOf(bundle.body, "not_canonical")) : bundle.body;
    entry = { log: head.origin, index: bundle.index, size: head.size, header, body };
  } catch (error) { return refused(error); }
  let standing;
  try {
    standing = standingOf(entry, status === null ? null : await readList(status, keys, head), today);
  } catch (error) {
    if (!(error instanceof Refused) || error.message === "two_faces") return refused(error);
    const says = both(FRESHNESS.list_refused, { why: REASONS[error.message], at: momentSaid(entry.header.at) });
    standing = { freshness: "unknown", says, as_of: null, status: null, since: null };
  }
  const holds = standing.status ? false : standing.freshness === "as_of" ? true : null;
  return { outcome: "genuine", says: both(HEADLINES.genuine, { origin: entry.log, at: momentSaid(entry.header.at) }), holds, entry, standing };
}
globalThis.qingdanVerify = verify;

// --- The page ---
const $ = (id) => document.getElementById(id);
let tongue = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en", shown = null;
const say = (text) => text[tongue];
const make = (tag, text = "", attributes = {}) => {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};
const MARKS = { good: "M5 12.5l4.5 4.5L19 7.5", late: "M6 6l12 12M18 6L6 18", soon: "M12 5v9M12 17.5v1" };
const mark = (state) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", MARKS[state]);
  svg.append(path);
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", class: "mark", "aria-hidden": "true" })) svg.setAttribute(name, value);
  return svg;
};
const worded = (value, name) => {
  if (typeof value === "string" && name === "kind" && Object.hasOwn(DATA.kinds, value)) return say(DATA.kinds[value]);
  if (typeof value === "string") return isDay(value) ? say(daySaid(value)) : value;
  if (isObject(value) && typeof value.en === "string" && typeof value.zh === "string") return say(value);
  if (Array.isArray(value)) return value.map((item) => worded(item)).join(tongue === "zh" ? "、" : ", ");
  return typeof value === "object" ? canonical(value) : String(value);
};
const STATES = { genuine: "good", forged: "late", unreadable: "soon", unknown_key: "soon" };
function draw(verdict) {
  const { entry, standing } = verdict, said = [[STATES[verdict.outcome], verdict.says]];
  if (entry) said.push([standing.status ? "late" : verdict.holds ? "good" : "soon", standing.says]);
  if (standing?.status) said.reverse(); // that it no longer holds matters more than that it once did
  const parts = said.map(([state, text], i) => {
    const line = make("div", "", { class: `${i ? "standing" : "headline"} ${state}` });
    line.append(mark(state), make(i ? "span" : "h2", say(text)));
    return line;
  });
  if (entry) {
    const sheet = make("div", "", { class: "sheet" }), list = make("dl");
    sheet.append(make("span", say(DATA.words.seal), { class: "seal" }), list);
    const order = Object.keys(DATA.fields), place = ([name]) => (order.includes(name) ? order.indexOf(name) : order.length);
    for (const [name, value] of [...Object.entries(entry.header), ...Object.entries(entry.body ?? {})].sort((a, b) => place(a) - place(b))) {
      const said = name === "at" && value === entry.header.at ? say(momentSaid(value)) : worded(value, name);
      list.append(make("dt", say(Object.hasOwn(DATA.fields, name) ? DATA.fields[name] : { zh: name, en: name })), make("dd", said));
    }
    if (!entry.body) sheet.append(make("p", say(DATA.words.undisclosed), { class: "hint" }));
    sheet.append(make("p", say(both(DATA.words.place, { log: entry.log, index: entry.index, size: entry.size })), { class: "hint" }));
    parts.push(sheet);
  }
  $("answer").replaceChildren(...parts);
  $("answer").dataset.outcome = verdict.outcome;
  $("answer").hidden = false;
}
function speak() {
  document.documentElement.lang = tongue === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = say(DATA.words[element.dataset.t]);
  $("tongue").textContent = tongue === "zh" ? "English" : "中文";
  $("tongue").lang = tongue === "zh" ? "en" : "zh-Hans";
  if (!$("unable").hidden) $("unable").textContent = say(DATA.words.unable);
  if (shown) draw(shown);
}
const today = () => new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10);
const content = async (file, area, tidy) => (file.files.length ? new Uint8Array(await file.files[0].arrayBuffer()) : area.value.trim() ? tidy(area.value) : null);
const trimmed = (bytes) => { try { return textOf(bytes).trim(); } catch { return bytes; } };
async function answer() {
  const given = (await content($("proof-file"), $("proof"), (text) => text)) ?? "";
  const status = (await content($("status-file"), $("status"), (text) => `${text.replace(/\r\n/g, "\n").trim()}\n`)) ?? DATA.status;
  shown = await verify(typeof given === "string" ? given.trim() : trimmed(given), DATA.keys, { status, today: today() });
  draw(shown);
  $("answer").focus();
}
const fromAddress = () => { if (location.hash.startsWith("#QD1:")) { $("proof").value = location.hash.slice(1); $("proof-file").value = ""; return answer(); } };
async function able() {
  try { await crypto.subtle.importKey("raw", fromBase64("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), "Ed25519", false, ["verify"]); return true; }
  catch { return false; }
}
$("tongue").addEventListener("click", () => { tongue = tongue === "zh" ? "en" : "zh"; speak(); });
$("form").addEventListener("submit", (event) => { event.preventDefault(); answer(); });
$("proof-file").addEventListener("change", () => { $("proof").value = ""; answer(); });
$("proof").addEventListener("input", () => { $("proof-file").value = ""; });
addEventListener("hashchange", fromAddress);
for (const key of DATA.keys) { const item = make("li"); item.append(make("code", key)); $("keys").append(item); }
speak();
able().then((yes) => {
  if (yes) return fromAddress();
  $("unable").hidden = false;
  $("form").hidden = true;
  speak();
});
