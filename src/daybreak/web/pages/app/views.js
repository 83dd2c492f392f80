// The views of the page: each is a module of its own, loaded when it is opened first.
export const VIEWS = [
    { name: "board", tab: "Board", load: () => import("./board/BoardPage.js") },
    { name: "boards", tab: "Boards", load: () => import("./views/Boards.js") },
    { name: "papers", tab: "Papers", load: () => import("./views/Papers.js") },
    { name: "import", tab: "Import", load: () => import("./views/Import.js") },
];
