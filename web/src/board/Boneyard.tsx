// The boneyard: strips that stand on no day, and why.

import type { Meaning, Standing } from "../doc.js";
import { openDialog } from "../dialogs/dialog.js";
import { count, pagesTold } from "../words.js";
import type { Look } from "./look.js";
import { Strip } from "./Strip.js";

export interface BoneyardProps {
  look: Look;
  standing: Standing;
  reasons: Meaning["strips"] | undefined;
}

export function Boneyard({ look, standing, reasons }: BoneyardProps) {
  const { boneyard } = standing;
  const eighths = boneyard.reduce((sum, one) => sum + (look.fixed.scenes.get(one)?.eighths ?? 0), 0);
  return (
    <div role="rowgroup" class="boneyard" data-list="boneyard">
      <div class="boneyard-bar" role="row">
        <span role="gridcell" class="left">
          <b>BONEYARD</b> {count(boneyard.length, "strip")}
          {eighths ? ` · ${pagesTold(eighths)}` : ""}
        </span>
        <span role="gridcell" class="right">
          {boneyard.length ? (
            <button
              type="button"
              class="plain"
              onClick={() => openDialog({ kind: "why" })}
            >
              Why not?
            </button>
          ) : (
            "everything stands on a day"
          )}
        </span>
      </div>
      {boneyard.map((strip) => (
        <Strip key={strip} strip={strip} look={look} day={null} reason={reasons?.[strip]?.reason ?? ""} />
      ))}
    </div>
  );
}
