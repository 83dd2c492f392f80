// Small drawings, in the color of the text around them.

export function WarnIcon({ label }: { label: string }) {
  return (
    <svg class="icon warn" viewBox="0 0 16 16" role="img" aria-label={label}>
      <path d="M8 1.5 15.5 15H.5z" fill="currentColor" />
      <path d="M8 6v4.5M8 12v1.6" stroke="#fff" stroke-width="1.6" />
    </svg>
  );
}

export function LockIcon({ label }: { label: string }) {
  return (
    <svg class="icon lock" viewBox="0 0 16 16" role="img" aria-label={label}>
      <rect x="3" y="7" width="10" height="8" rx="1.5" fill="currentColor" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.8" />
    </svg>
  );
}

export function UndoIcon() {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 6h6a4 4 0 0 1 0 8H6" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M6 2.5 2.5 6 6 9.5" fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  );
}

export function RedoIcon() {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M13 6H7a4 4 0 0 0 0 8h3" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M10 2.5 13.5 6 10 9.5" fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  );
}
