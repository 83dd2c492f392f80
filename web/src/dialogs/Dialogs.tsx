// The dialog that is open.

import {
  BannerDialog,
  ConflictsDialog,
  DayDialog,
  HelpDialog,
  MoveDialog,
  SplitDialog,
} from "./BoardDialogs.js";
import { useDialog } from "./dialog.js";

export function Dialogs() {
  const dialog = useDialog();
  switch (dialog?.kind) {
    case "help":
      return <HelpDialog />;
    case "move":
      return <MoveDialog strips={dialog.strips} />;
    case "day":
      return <DayDialog day={dialog.day} />;
    case "banner":
      return <BannerDialog at={dialog.key} banner={dialog.banner} />;
    case "split":
      return <SplitDialog scene={dialog.scene} />;
    case "conflicts":
      return <ConflictsDialog title={dialog.title} violations={dialog.violations} />;
    default:
      return null;
  }
}
