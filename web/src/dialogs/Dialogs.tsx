// The dialog that is open.

import {
  BannerDialog,
  DayDialog,
  HelpDialog,
  MoveDialog,
  SplitDialog,
} from "./BoardDialogs.js";
import { FreezeDialog } from "../plan/FreezeDialog.js";
import { HappenedDialog } from "../plan/HappenedDialog.js";
import { PlanDialog } from "../plan/PlanDialog.js";
import { WhyDialog } from "../plan/WhyDialog.js";
import { Bars } from "../plan/WorkBar.js";
import { ClashDialog } from "./ClashDialog.js";
import { ConflictsDialog } from "./Conflicts.js";
import { useDialog } from "./dialog.js";

export function Dialogs() {
  return (
    <>
      <Opened />
      <Bars />
    </>
  );
}

function Opened() {
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
    case "clash":
      return <ClashDialog wishes={dialog.wishes} entries={dialog.entries} />;
    case "conflicts":
      return <ConflictsDialog title={dialog.title} violations={dialog.violations} />;
    case "plan":
      return <PlanDialog />;
    case "happened":
      return <HappenedDialog />;
    case "why":
      return <WhyDialog strips={dialog.strips ?? []} />;
    case "freeze":
      return <FreezeDialog />;
    default:
      return null;
  }
}
