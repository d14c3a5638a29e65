// Where one writes: a message, or a slash command with its options, completed as it is typed.

import { el } from "./draw.js";
import { interact, upload, write } from "./server.js";

const SUBCOMMAND = 1;
const GROUP = 2;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const MENTIONABLE = 9;
const NUMBER = 10;
const ATTACHMENT = 11;
/** How many fields a command has at once that needs none. */
const SHOWN = 2;
/** How long it is waited for the next letter before completions are asked for. */
const PAUSE = 120;

/** Every command that can be given, subcommands by their whole name. */
function leaves(commands) {
  const walk = (command, path) => {
    const inner = (command.options ?? []).filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
    return inner.length > 0
      ? inner.flatMap((one) => walk(one, [...path, { name: one.name, type: one.type }]))
      : [{ name: path.map((part) => part.name).join(" "), path, description: command.description, options: command.options ?? [] }];
  };
  return commands.filter((command) => (command.type ?? 1) === 1).flatMap((command) => walk(command, [{ name: command.name }]));
}

export class Composer {
  constructor(form, world) {
    this.form = form;
    this.world = world;
    this.commands = leaves(world.commands);
    this.command = null;
    this.replyTo = null;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.message();
  }

  /** A field with a list of choices below it, in the pattern of a combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */
  combobox(id, attributes, choicesFor, picked) {
    const list = el("ul", { id: `${id}-choices`, role: "listbox", hidden: true });
    const input = el("input", {
      id, type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
      autocomplete: "off", ...attributes,
    });
    let choices = [];
    let active = -1;
    let asked = 0;
    const show = (found) => {
      choices = found;
      active = -1;
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      input.removeAttribute("aria-activedescendant");
      list.replaceChildren(...found.map((choice, at) => el("li", {
        id: `${id}-choice-${at}`, role: "option", "aria-selected": "false",
        onmousedown: (event) => { event.preventDefault(); pick(at); },
      }, el("span", {}, choice.name), choice.description ? el("small", {}, choice.description) : null)));
    };
    const move = (by) => {
      if (choices.length === 0) return;
      active = (active + by + choices.length) % choices.length;
      [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
      list.children[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", `${id}-choice-${active}`);
    };
    const pick = (at) => {
      const choice = choices[at];
      show([]);
      picked(choice, input);
    };
    const ask = () => {
      const mine = ++asked;
      setTimeout(async () => {
        if (mine !== asked) return;
        const found = await choicesFor(input.value).catch(() => []);
        if (mine === asked && document.activeElement === input) show(found);
      }, PAUSE);
    };
    input.addEventListener("input", ask);
    input.addEventListener("focus", ask);
    input.addEventListener("blur", () => { asked++; show([]); });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
      } else if ((event.key === "Enter" || event.key === "Tab") && choices.length > 0 && active >= 0) {
        event.preventDefault();
        pick(active);
      } else if (event.key === "Escape" && choices.length > 0) {
        event.stopPropagation();
        show([]);
      }
    });
    return { input, list };
  }

  /** The field for messages; what starts with a slash finds commands. */
  message(text = "") {
    this.command = null;
    const matching = async (typed) => {
      if (!typed.startsWith("/")) return [];
      const words = typed.slice(1).toLowerCase();
      const starts = this.commands.filter((command) => command.name.startsWith(words));
      const has = this.commands.filter((command) => !command.name.startsWith(words) && command.name.includes(words));
      return [...starts, ...has].map((command) => ({ name: `/${command.name}`, description: command.description, command }));
    };
    const { input, list } = this.combobox("message", {
      "aria-label": "Message", placeholder: "Message, @Dragoman …, or / for commands", maxlength: 2000,
    }, matching, (choice) => this.give(choice.command));
    input.value = text;
    const replying = this.replyTo
      ? el("div", { class: "replying" }, `Replying to ${this.world.nameOf(this.replyTo.author.id)} `,
        el("button", { type: "button", onclick: () => { this.replyTo = null; this.message(input.value); } }, "Cancel"))
      : null;
    this.form.replaceChildren(...[replying, el("div", { class: "field" }, input, list), el("button", { class: "send" }, "Send")].filter(Boolean));
    this.input = input;
  }

  /** Begins a command: a field for each option that it has to have, or the first few, and the others on demand. */
  give(command) {
    this.command = command;
    this.fields = new Map();
    const optional = el("span", { class: "optional" });
    const fields = el("span", { class: "fields" });
    const add = (option, focus) => {
      const field = this.option(option);
      fields.append(field.label);
      this.fields.set(option.name, { option, ...field });
      if (focus) field.input.focus();
    };
    const required = command.options.filter((option) => option.required);
    const first = required.length > 0 ? required : command.options.slice(0, SHOWN);
    for (const option of command.options) {
      if (first.includes(option)) add(option, false);
      else {
        const more = el("button", {
          type: "button", title: option.description, onclick: () => { more.remove(); add(option, true); },
        }, `+ ${option.name}`);
        optional.append(more);
      }
    }
    this.form.replaceChildren(
      el("div", { class: "command" }, el("strong", {}, `/${command.name}`), el("small", {}, command.description),
        el("button", { type: "button", class: "cancel", "aria-label": "Leave the command", onclick: () => this.leave() }, "×")),
      fields, optional, el("button", { class: "send" }, "Send"),
    );
    this.form.onkeydown = (event) => { if (event.key === "Escape") this.leave(); };
    (this.fields.values().next().value?.input ?? this.form.querySelector(".send")).focus();
  }

  leave() {
    this.form.onkeydown = null;
    this.message();
    this.input.focus();
  }

  option(option) {
    const id = `option-${option.name}`;
    const common = { id, required: Boolean(option.required), title: option.description };
    const label = (input, ...more) => el("label", { class: "option", for: id }, el("span", {}, option.name), input, ...more);
    const select = (values) => {
      const input = el("select", common, option.required ? [] : el("option", { value: "" }, ""), values.map(([value, name]) => el("option", { value }, name)));
      return { input, label: label(input) };
    };
    if (option.choices?.length > 0) return select(option.choices.map((choice) => [choice.value, choice.name]));
    if (option.type === BOOLEAN) return select([["true", "yes"], ["false", "no"]]);
    if (option.type === USER || option.type === MENTIONABLE) {
      return select(this.world.people.map((person) => [person.id, `${person.name} (${person.role})`]));
    }
    if (option.type === ATTACHMENT) {
      const input = el("input", { ...common, type: "file" });
      return { input, label: label(input) };
    }
    if (!option.autocomplete) {
      const isNumber = option.type === INTEGER || option.type === NUMBER;
      const input = el("input", { ...common, type: isNumber ? "number" : "text", maxlength: isNumber ? null : 6000 });
      return { input, label: label(input) };
    }
    const held = { value: null };
    const { input, list } = this.combobox(id, common, (typed) => this.complete(option.name, typed), (choice, field) => {
      field.value = choice.name;
      held.value = choice.value;
      held.name = choice.name;
    });
    return { input, label: label(input, list), value: () => (input.value === held.name ? held.value : input.value) };
  }

  async complete(name, typed) {
    const given = this.plain();
    given.set(name, typed);
    const options = [...given].map(([key, value]) => ({
      name: key, type: this.fields.get(key).option.type, value, ...(key === name ? { focused: true } : {}),
    }));
    const { person, channel } = this.world;
    const answer = await interact(person, channel, 4, this.data(options, {}));
    return answer?.data?.choices ?? [];
  }

  /** What stands in the fields that are text, by option. */
  plain() {
    const given = new Map();
    for (const [name, field] of this.fields) {
      const value = field.value ? field.value() : field.input.type === "file" ? "" : field.input.value;
      if (value !== "") given.set(name, value);
    }
    return given;
  }

  /** A command as Discord sends it: subcommands are options that have options. */
  data(options, resolved) {
    const [root, ...inner] = this.command.path;
    const nested = inner.reduceRight((inside, part) => [{ name: part.name, type: part.type, options: inside }], options);
    return { id: "1", name: root.name, type: 1, options: nested, resolved };
  }

  async send() {
    try {
      if (this.command) await this.sendCommand();
      else await this.sendMessage();
    } catch (why) {
      this.world.say(why.message);
    }
  }

  async sendMessage() {
    const text = this.input.value.trim();
    if (text === "") return;
    if (text.startsWith("/")) {
      const named = this.commands.find((command) => text === `/${command.name}`);
      if (named) return this.give(named);
      return this.world.say("There is no such command; choose one from the list.");
    }
    const replyTo = this.replyTo?.id;
    this.replyTo = null;
    this.message();
    this.input.focus();
    await write(this.world.person, this.world.channel, text, replyTo);
  }

  async sendCommand() {
    const resolved = {};
    const options = [];
    for (const [name, { option, input }] of this.fields) {
      if (option.type === ATTACHMENT) {
        if (!input.files[0]) continue;
        const file = await upload(input.files[0]);
        (resolved.attachments ??= {})[file.id] = file;
        options.push({ name, type: option.type, value: file.id });
      }
    }
    for (const [name, text] of this.plain()) {
      const { option } = this.fields.get(name);
      let value = text;
      if (option.type === BOOLEAN) value = text === "true";
      else if (option.type === INTEGER || option.type === NUMBER) value = Number(text);
      else if (option.type === USER || option.type === MENTIONABLE) {
        const person = this.world.people.find((one) => one.id === text);
        (resolved.users ??= {})[text] = { id: text, username: person.name.toLowerCase(), global_name: person.name };
      }
      options.push({ name, type: option.type, value });
    }
    const data = this.data(options, resolved);
    this.leave();
    await this.world.use(2, data);
  }
}
