// A dialog of the browser's own: it keeps the focus inside, and Esc closes it.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { openDialog } from "./dialog.js";

/** What gets the focus first: never the button that closes. */
const STOP = ":is(select, input, textarea, button, a):not(:disabled)";
const FIRST = `.dialog > :not(header) ${STOP}, .dialog > ${STOP}`;

export interface FrameProps {
  title: string;
  children: ComponentChildren;
  wide?: boolean;
}

export function Frame({ title, children, wide }: FrameProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement as HTMLElement | null;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>(FIRST)?.focus();
    return () => {
      dialog?.close();
      before?.focus();
    };
  }, []);
  useEffect(() => {
    const dialog = element.current; // what had the focus may be gone: another step is shown
    if (dialog?.open && !dialog.contains(document.activeElement)) dialog.focus();
  });
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === "Escape" && openDialog(null);
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, []);
  return (
    <dialog
      ref={element}
      tabIndex={-1}
      class={wide ? "wide" : undefined}
      aria-labelledby="dialog-title"
      onCancel={() => openDialog(null)}
      onClick={(event) => event.target === element.current && openDialog(null)}
    >
      <div class="dialog">
        <header>
          <h2 id="dialog-title">{title}</h2>
          <button type="button" class="plain close" aria-label="Close" onClick={() => openDialog(null)}>
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
