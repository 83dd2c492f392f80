import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The dialog that is open.
import { BannerDialog, DayDialog, HelpDialog, MoveDialog, SplitDialog, } from "./BoardDialogs.js";
import { FreezeDialog } from "../plan/FreezeDialog.js";
import { HappenedDialog } from "../plan/HappenedDialog.js";
import { PlanDialog } from "../plan/PlanDialog.js";
import { WhyDialog } from "../plan/WhyDialog.js";
import { Bars } from "../plan/WorkBar.js";
import { ClashDialog } from "./ClashDialog.js";
import { ConflictsDialog } from "./Conflicts.js";
import { useDialog } from "./dialog.js";
export function Dialogs() {
    return (_jsxs(_Fragment, { children: [_jsx(Opened, {}), _jsx(Bars, {})] }));
}
function Opened() {
    const dialog = useDialog();
    switch (dialog?.kind) {
        case "help":
            return _jsx(HelpDialog, {});
        case "move":
            return _jsx(MoveDialog, { strips: dialog.strips });
        case "day":
            return _jsx(DayDialog, { day: dialog.day });
        case "banner":
            return _jsx(BannerDialog, { at: dialog.key, banner: dialog.banner });
        case "split":
            return _jsx(SplitDialog, { scene: dialog.scene });
        case "clash":
            return _jsx(ClashDialog, { wishes: dialog.wishes, entries: dialog.entries });
        case "conflicts":
            return _jsx(ConflictsDialog, { title: dialog.title, violations: dialog.violations });
        case "plan":
            return _jsx(PlanDialog, {});
        case "happened":
            return _jsx(HappenedDialog, {});
        case "why":
            return _jsx(WhyDialog, { strips: dialog.strips ?? [] });
        case "freeze":
            return _jsx(FreezeDialog, {});
        default:
            return null;
    }
}
