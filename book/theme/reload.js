// Only in pages of `mdbook serve`: loads the page anew when the book was built again.
const { endpoint } = document.currentScript.dataset;
const socket = new WebSocket(`${location.protocol.replace("http", "ws")}//${location.host}/${endpoint}`);
socket.addEventListener("message", (event) => {
  if (event.data === "reload") location.reload();
});
addEventListener("beforeunload", () => socket.close());
