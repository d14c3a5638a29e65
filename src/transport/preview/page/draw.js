// Draws messages as Discord does: by its components (discord-components) from its Markdown (discord-markdown-parser).

import { parse } from "./vendor/discord.js";

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "destructive" };

/** An element with attributes and children. Text is only ever text. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child != null));
  return made;
}

/** A picture of somebody: their first letter on a colour of their own. */
function avatar(name, id) {
  const hue = name === "Dragoman" ? 210 : Number(BigInt(id) % 12n) * 30;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue},45%,40%)"/>` +
    `<text x="20" y="27" font-size="20" font-family="sans-serif" fill="white" text-anchor="middle">${name[0]}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Markdown as elements. */
export function markdown(text, world) {
  return nodes(parse(text ?? "", "extended"), world);
}

function nodes(parsed, world) {
  if (!Array.isArray(parsed)) return [String(parsed ?? "")];
  // The library knows no lists.
  const begins = (at) => at === 0 || ["br", "newline", "heading", "subtext"].includes(parsed[at - 1].type);
  return parsed.map((one, at) => (one.type === "text" && begins(at) ? one.content.replace(/^[-*] /, "• ") : node(one, world)));
}

function node(one, world) {
  const inside = () => (Array.isArray(one.content) ? nodes(one.content, world) : [String(one.content ?? "")]);
  switch (one.type) {
    case "text": return String(one.content);
    case "br": case "newline": return el("br");
    case "strong": return el("discord-bold", {}, inside());
    case "em": return el("discord-italic", {}, inside());
    case "underline": return el("discord-underlined", {}, inside());
    case "strikethrough": return el("s", {}, inside());
    case "spoiler": return el("discord-spoiler", {}, inside());
    case "inlineCode": return el("discord-code", {}, inside());
    // Not the library's block, which is narrower than Discord's: how many columns fit is what one wants to see.
    case "codeBlock": return el("pre", {}, el("code", {}, String(one.content)));
    case "blockQuote": return el("discord-quote", {}, inside());
    case "heading": return el("discord-header", { level: one.level }, inside());
    case "subtext": return el("discord-subscript", {}, inside());
    case "link": case "url": case "autolink": return link(one.target, inside());
    case "user": return el("discord-mention", { type: "user" }, world.nameOf(one.id));
    case "channel": return channel(one.id, world);
    case "timestamp": return el("discord-time", {}, new Date(Number(one.timestamp) * 1000).toLocaleString());
    case "emoji": case "twemoji": return String(one.name ?? one.content ?? "");
    default: return inside();
  }
}

function link(target, inside) {
  if (!/^https?:\/\//.test(target ?? "")) return el("span", {}, inside);
  return el("a", { href: target, target: "_blank", rel: "noopener noreferrer", class: "link" }, inside);
}

function channel(id, world) {
  const known = world.channels.get(id);
  const label = known ? `#${known.name}` : "#unknown";
  return el("button", { type: "button", class: "mention", onclick: () => known && world.open(id) }, label);
}

/** A time as Discord says it. */
function time(text) {
  const at = new Date(text);
  const clock = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return at.toDateString() === new Date().toDateString() ? clock : `${at.toLocaleDateString("en-GB")} ${clock}`;
}

/** A text in one line, with names for mentions. */
function plain(text, world) {
  return (text || "A message").replace(/<@!?(\d+)>/g, (_, id) => `@${world.nameOf(id)}`).replace(/\s+/g, " ");
}

/** A message with what can be done to it. */
export function message(one, world) {
  const isBot = Boolean(one.author.bot);
  const name = one.author.global_name ?? one.author.username;
  const flags = one.flags ?? 0;
  const body = el("discord-message", {
    author: name, avatar: avatar(name, one.author.id), bot: isBot, timestamp: time(one.timestamp),
    ephemeral: Boolean(flags & EPHEMERAL), edited: Boolean(one.edited_timestamp),
    "light-theme": world.theme === "light",
  });
  body.dismissMessageClicked = () => world.dismiss(one);
  if (one.used) body.append(el("span", { slot: "reply", class: "used" }, one.used));
  if (one.referenced_message) {
    const to = one.referenced_message;
    const author = to.author.global_name ?? to.author.username;
    body.append(el("discord-reply", { slot: "reply", author, avatar: avatar(author, to.author.id), bot: Boolean(to.author.bot) },
      plain(to.content, world).slice(0, 90)));
  }
  if (flags & LOADING) body.append(el("em", {}, "Dragoman is thinking…"));
  else body.append(...markdown(one.content, world).flat(Infinity));
  for (const file of one.attachments ?? []) {
    const href = `files/${file.id}/${encodeURIComponent(file.filename)}`;
    body.append(el("div", { slot: "attachments", class: "file" },
      el("a", { href, download: file.filename }, file.filename), ` ${Math.ceil(file.size / 1024)} KB`));
  }
  for (const embed of one.embeds ?? []) body.append(drawEmbed(embed, world));
  const rows = (one.components ?? []).map((row) => controls(row, one, world));
  if (rows.length > 0) body.append(el("discord-attachments", { slot: "components" }, rows));
  return el("article", { "data-id": one.id, "aria-label": `${name}: message` }, body, toolbar(one, world));
}

function drawEmbed(embed, world) {
  const drawn = el("discord-embed", { slot: "embeds", "embed-title": embed.title ?? null });
  if (embed.description) {
    drawn.append(el("discord-embed-description", { slot: "description" }, ...markdown(embed.description, world).flat(Infinity)));
  }
  if (embed.footer) drawn.append(el("discord-embed-footer", { slot: "footer" }, embed.footer.text));
  return drawn;
}

/** A row of buttons, or a menu. Menus are the browser's own: those can be used by keyboard and are read aloud. */
function controls(row, one, world) {
  const drawn = row.components.map((control) => {
    if (control.type === 3) return menu(control, one, world);
    if (control.url) return el("discord-button", { url: control.url }, control.label);
    return el("discord-button", {
      type: STYLES[control.style] ?? "secondary", disabled: Boolean(control.disabled),
      onclick: () => control.disabled || world.use(3, { component_type: 2, custom_id: control.custom_id }, one),
    }, control.label);
  });
  return el("discord-action-row", {}, drawn);
}

function menu(control, one, world) {
  const options = control.options.map((option) =>
    el("option", { value: option.value, selected: option.default, title: option.description },
      option.description ? `${option.label} — ${option.description}` : option.label));
  const chosen = control.options.some((option) => option.default);
  const first = el("option", { value: "", disabled: true, selected: !chosen }, control.placeholder);
  return el("select", {
    class: "menu", "aria-label": control.placeholder,
    onchange: (event) => world.use(3, { component_type: 3, custom_id: control.custom_id, values: [event.target.value] }, one),
  }, first, options);
}

function toolbar(one, world) {
  const button = (label, act) => el("button", { type: "button", onclick: act }, label);
  const onMessage = world.commands.filter((command) => command.type === 3).map((command) =>
    button(command.name, () => world.use(2, { name: command.name, type: 3, target_id: one.id })));
  return el("div", { class: "toolbar", role: "group", "aria-label": "What can be done to this message" },
    button("Reply", () => world.reply(one)), one.only_for ? button("Dismiss", () => world.dismiss(one)) : onMessage);
}

/** A form, as Discord shows it; `send` gets what was filled in. */
export function form(dialog, data, send) {
  const inputs = data.components.flatMap((row) => row.components);
  const fields = inputs.map((input) => {
    const attributes = {
      name: input.custom_id, required: input.required !== false, maxlength: input.max_length, minlength: input.min_length,
      placeholder: input.placeholder,
    };
    const field = input.style === 2 ? el("textarea", { ...attributes, rows: 4 }) : el("input", { ...attributes, type: "text" });
    field.value = input.value ?? "";
    return el("label", {}, `${input.label}${input.required === false ? "" : " *"}`, field);
  });
  const filled = el("form", {
    method: "dialog",
    onsubmit: () => send({
      custom_id: data.custom_id,
      components: inputs.map((input, at) => ({
        type: 1, components: [{ type: 4, custom_id: input.custom_id, value: fields[at].querySelector("input,textarea").value }],
      })),
    }),
  }, el("h2", { id: "form-title" }, data.title), fields,
  el("div", { class: "actions" },
    el("button", { type: "button", onclick: () => dialog.close() }, "Cancel"), el("button", { class: "primary" }, "Submit")));
  dialog.replaceChildren(filled);
  dialog.showModal();
}
