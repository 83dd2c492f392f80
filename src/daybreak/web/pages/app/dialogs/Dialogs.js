import { jsx as _jsx } from "preact/jsx-runtime";
// The dialog that is open.
import { BannerDialog, ConflictsDialog, DayDialog, HelpDialog, MoveDialog, SplitDialog, } from "./BoardDialogs.js";
import { useDialog } from "./dialog.js";
export function Dialogs() {
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
        case "conflicts":
            return _jsx(ConflictsDialog, { title: dialog.title, violations: dialog.violations });
        default:
            return null;
    }
}
