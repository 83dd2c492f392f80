// The views of the page: each is a module of its own, loaded when it is opened first.
const tables = () => import("./views/TablePages.js");
export const VIEWS = [
    { name: "board", tab: "Board", load: () => import("./board/BoardPage.js") },
    { name: "scene", tab: "Breakdown", load: () => import("./views/ScenePage.js") },
    { name: "comments", tab: "", load: () => import("./comments/CommentsPage.js") },
    { name: "days", tab: "Days", load: () => import("./views/DaysPage.js") },
    { name: "calendar", tab: "Calendar", load: () => import("./views/CalendarPage.js") },
    { name: "cast", tab: "Cast", load: () => tables().then((made) => ({ default: made.Cast })) },
    { name: "locations", tab: "Locations", load: () => tables().then((made) => ({ default: made.Locations })) },
    { name: "elements", tab: "Elements", load: () => tables().then((made) => ({ default: made.Elements })) },
    { name: "units", tab: "Units", load: () => tables().then((made) => ({ default: made.Units })) },
    { name: "deals", tab: "Deals", needs: "see-money", load: () => tables().then((made) => ({ default: made.Deals })) },
    { name: "rules", tab: "Rules", load: () => tables().then((made) => ({ default: made.Rules })) },
    { name: "facts", tab: "Facts", load: () => import("./views/FactsPage.js") },
    { name: "costs", tab: "Costs", needs: "see-money", load: () => import("./views/CostsPage.js") },
    { name: "call-sheet", tab: "Call sheet", load: () => import("./views/CallSheetPage.js") },
    { name: "scenarios", tab: "Scenarios", needs: "plan", load: () => import("./views/ScenariosPage.js") },
    { name: "boards", tab: "Boards", load: () => import("./views/Boards.js") },
    { name: "papers", tab: "Papers", load: () => import("./views/Papers.js") },
    { name: "import", tab: "Import", needs: "import", load: () => import("./views/Import.js") },
];
