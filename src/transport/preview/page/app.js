// The page: who one is, where one is, what is there; and what happens.

import { Composer } from "./composer.js";
import { el, form, message } from "./draw.js";
import { everything, interact, listen } from "./server.js";

const $ = (id) => document.getElementById(id);

const world = {
  people: [], commands: [], channels: new Map(), messages: new Map(), unread: new Set(),
  person: "", channel: "", theme: "dark",

  /** What somebody is called. */
  nameOf(id) {
    return id === this.bot?.id ? "Dragoman" : this.people.find((one) => one.id === id)?.name ?? "somebody";
  },

  /** Says something to whoever uses the page. */
  say(text) {
    $("status").textContent = text;
  },

  /** Uses a command, a control or a form. */
  async use(type, data, on) {
    this.say("");
    try {
      const answer = await interact(this.person, this.channel, type, data, on?.id);
      if (answer?.type === 9) form($("form"), answer.data, (filled) => this.use(5, filled, on));
    } catch (why) {
      this.say(why.message);
    }
  },

  /** Takes a private message away. */
  dismiss(one) {
    happenings.gone({ id: one.id });
  },

  reply(to) {
    composer.replyTo = to;
    composer.message();
    composer.input.focus();
  },

  /** Goes to a channel. */
  open(id) {
    this.channel = id;
    this.unread.delete(id);
    const channel = this.channels.get(id);
    $("channel").textContent = channel.guild_id ? `# ${channel.name}` : "Direct messages with Dragoman";
    listChannels();
    drawAll();
  },
};
let composer;

function me() {
  return world.people.find((one) => one.id === world.person);
}

/** Whether I see a message. */
function isSeen(one) {
  return !one.only_for || one.only_for === world.person;
}

function mine() {
  const server = me().server;
  return [...world.channels.values()].filter((channel) => (channel.guild_id ?? null) === (server ?? null));
}

function listChannels() {
  const all = mine();
  const item = (channel, isThread) => el("li", { class: isThread ? "thread" : null },
    el("button", {
      type: "button", "aria-current": channel.id === world.channel ? "true" : null,
      class: world.unread.has(channel.id) ? "unread" : null, onclick: () => world.open(channel.id),
    }, `${channel.guild_id ? (isThread ? "↳ " : "# ") : "@ "}${channel.name}`));
  const tops = all.filter((channel) => !channel.parent_id);
  $("channels").replaceChildren(
    el("li", { class: "server" }, me().server_name ?? "Direct messages"),
    ...tops.flatMap((top) => [item(top, false), ...all.filter((one) => one.parent_id === top.id).map((one) => item(one, true))]),
  );
}

function drawAll() {
  const shown = [...world.messages.values()].filter((one) => one.channel_id === world.channel && isSeen(one));
  $("messages").replaceChildren(...shown.map((one) => message(one, world)));
  toEnd();
}

function toEnd() {
  // Components draw themselves a moment later.
  requestAnimationFrame(() => requestAnimationFrame(() => { $("log").scrollTop = $("log").scrollHeight; }));
}

/** Takes a message in: a new one at the end, one that changed in its place. */
function take(one) {
  world.messages.set(one.id, one);
  if (one.channel_id !== world.channel || !isSeen(one)) {
    if (isSeen(one) && one.author.bot) {
      world.unread.add(one.channel_id);
      listChannels();
    }
    return;
  }
  const drawn = message(one, world);
  const before = $("messages").querySelector(`article[data-id="${one.id}"]`);
  if (before) {
    const focused = before.contains(document.activeElement);
    before.replaceWith(drawn);
    if (focused) drawn.querySelector("button, select, discord-button")?.focus();
  } else {
    $("messages").append(drawn);
    toEnd();
  }
}

const happenings = {
  message: (event) => take(event.message),
  gone: (event) => {
    world.messages.delete(event.id);
    $("messages").querySelector(`article[data-id="${event.id}"]`)?.remove();
  },
  channel: (event) => {
    world.channels.set(event.channel.id, event.channel);
    listChannels();
  },
  missed: () => load(),
};

async function load() {
  const all = await everything();
  world.people = all.people;
  world.bot = all.bot;
  world.commands = all.commands;
  world.channels = new Map(all.channels.map((channel) => [channel.id, channel]));
  world.messages = new Map(all.messages.map((one) => [one.id, one]));
  if (!world.person) become(all.people[0].id);
  else world.open(world.channel);
}

/** Plays somebody. */
function become(person) {
  world.person = person;
  const here = mine();
  world.open((here.find((channel) => channel.id === world.channel) ?? here[0]).id);
}

function set(name, value) {
  document.body.dataset[name] = value;
  if (name === "theme") {
    world.theme = value;
    $("messages").toggleAttribute("light-theme", value === "light");
    drawAll();
  }
}

await load();
$("person").append(...world.people.map((person) => el("option", { value: person.id }, `${person.name} — ${person.role}`)));
$("person").addEventListener("change", (event) => become(event.target.value));
$("width").addEventListener("change", (event) => set("width", event.target.value));
$("theme").addEventListener("change", (event) => set("theme", event.target.value));
composer = new Composer($("composer"), world);
listen((event) => happenings[event.event]?.(event), (forGood) => {
  world.say(forGood ? "The program has ended; start it again and open the address that it prints." : "The program is not heard; waiting for it.");
}, () => {
  world.say("");
  load();
});
composer.input.focus();
document.body.dataset.ready = "yes";
