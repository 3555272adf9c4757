// Puts new headlines at the top of the news line as they are stored. Without scripts the page shows them when it is
// loaded again.
(() => {
  const line = document.getElementById("line");
  if (!line || !line.hasAttribute("data-live") || !window.EventSource) return;
  const source = new EventSource("/live?since=" + encodeURIComponent(line.dataset.latest));
  let waiting = 0;
  let notice = null;
  source.addEventListener("headline", (event) => {
    waiting += 1;
    line.dataset.latest = event.lastEventId;
    if (!notice) {
      notice = document.createElement("p");
      notice.className = "arrived";
      notice.setAttribute("role", "status");
      const link = document.createElement("a");
      link.href = location.pathname;
      notice.append(link);
      line.prepend(notice);
    }
    const item = JSON.parse(event.data);
    notice.firstChild.textContent =
      waiting === 1 ? "New: " + item.title : waiting + " new headlines, the latest: " + item.title;
  });
})();
