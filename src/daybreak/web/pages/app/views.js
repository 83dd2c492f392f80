// The views of the page: each is a module of its own, loaded when it is opened first.
export const VIEWS = [
    { name: "board", tab: "Board", load: () => import("./board/BoardPage.js") },
];
