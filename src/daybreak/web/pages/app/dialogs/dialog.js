// Which dialog is open, and what it is about.
import { useEffect, useState } from "preact/hooks";
let open = null;
const listeners = new Set();
export function openDialog(dialog) {
    open = dialog;
    for (const hear of listeners)
        hear();
}
export function useDialog() {
    const [dialog, setDialog] = useState(open);
    useEffect(() => {
        const hear = () => setDialog(open);
        listeners.add(hear);
        return () => void listeners.delete(hear);
    }, []);
    return dialog;
}
