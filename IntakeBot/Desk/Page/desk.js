// What pages cannot do without a script: keys, leaving a locked page, a sound. No page is drawn here, and nothing is kept but which row was chosen and how much news was told.
"use strict";
(() => {
  const body = document.body;
  const base = body.dataset.base;
  const rows = [...document.querySelectorAll("#rows tbody tr")];
  const page = document.querySelector("[data-back]");
  const seen = document.querySelector("[data-mark]");
  let chosen = rows.findIndex(row => row.dataset.row === sessionStorage.getItem("row"));
  let active = false;

  const choose = index => {
    if (rows.length === 0) return;
    rows[chosen]?.removeAttribute("aria-selected");
    chosen = Math.max(0, Math.min(rows.length - 1, index));
    rows[chosen].setAttribute("aria-selected", "true");
    sessionStorage.setItem("row", rows[chosen].dataset.row);
    rows[chosen].querySelector("a.open").focus({ preventScroll: true });
    rows[chosen].scrollIntoView({ block: "nearest" });
  };

  const isTyping = target => target.matches("input, textarea, select");
  const go = path => location.assign(base + path);

  const keys = {
    j: () => choose(chosen + 1),
    k: () => choose(chosen - 1),
    Enter: () => rows[chosen]?.querySelector("a.open").click(),
    a: () => (rows[chosen]?.querySelector("form") ?? document.getElementById("take")?.form)?.requestSubmit(),
    r: () => rows[chosen] ? go(`/case/${rows[chosen].dataset.row}/reply`) : document.getElementById("reply")?.click(),
    u: () => page ? location.assign(page.dataset.back) : go("/queue"),
    o: () => go("/overview"),
    l: () => document.getElementById("lock")?.form.requestSubmit(),
    "?": () => go("/help"),
  };

  document.addEventListener("keydown", event => {
    active = true;
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (event.key === "Enter" && event.target.matches("a, button, summary")) return;
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("pointerdown", () => { active = true; });
  addEventListener("pageshow", event => { if (event.persisted) location.reload(); });

  const beep = () => {
    const audio = new AudioContext();
    const [tone, loud] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = 660;
    loud.gain.setValueAtTime(0.2, audio.currentTime);
    loud.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.7);
    tone.connect(loud).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.7);
  };

  const tell = () => {
    if (body.dataset.sound) beep();
    if (window.Notification?.permission === "granted") new Notification(document.title, { body: body.dataset.news, tag: "news" });
  };

  const print = document.getElementById("print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  const allow = document.getElementById("notify");
  if (allow && window.Notification?.permission === "default") {
    allow.hidden = false;
    allow.addEventListener("click", async () => { await Notification.requestPermission(); allow.hidden = true; });
  }

  // What comes while a page is drawn anew is told by the next one: it knows how much was told before.
  const hear = pulse => {
    const news = Number(pulse.split(".")[2]);
    const isNews = news > Number(sessionStorage.getItem("told") ?? Infinity);
    if (!Number.isNaN(news)) sessionStorage.setItem("told", news);
    if (isNews) tell();
    return isNews;
  };

  let before = body.dataset.pulse;
  hear(before);
  const beat = async () => {
    let now;
    try {
      const answer = await fetch(`${base}/pulse?${new URLSearchParams({ ...(active && { active: 1 }), ...(seen && { case: seen.dataset.case }) })}`, { cache: "no-store" });
      active = false;
      if (!answer.ok) return;
      now = await answer.text();
    } catch {
      // The desk was ended: nothing of it may stay on the screen.
      document.querySelector("main")?.remove();
      return;
    }
    if (now === "locked") {
      if (before !== "locked") location.replace(base + "/unlock");
      return;
    }
    if (seen) document.querySelector("#changed a").hidden = now.split(".")[4] === seen.dataset.mark;
    if (now === before) return;
    before = now;
    const isNews = hear(now);
    if (body.dataset.live) setTimeout(reload, isNews ? 900 : 0);
  };
  const reload = () => {
    sessionStorage.setItem("at", document.activeElement?.getAttribute("href") ?? "");
    location.reload();
  };

  // Who works without a mouse goes on where she was: at the link of before the page was drawn anew, or at the row that she came from.
  const at = sessionStorage.getItem("at");
  sessionStorage.removeItem("at");
  if (chosen >= 0) rows[chosen].setAttribute("aria-selected", "true");
  const link = at ? [...document.links].find(l => l.getAttribute("href") === at) : at === null && rows[chosen]?.querySelector("a.open");
  if (link) link.focus({ preventScroll: true });
  setInterval(beat, 1000);
})();
