// Lists of what an import found.

export function RemarkList({ title, items, open = false }: { title: string; items: string[]; open?: boolean }) {
  if (!items.length) return null;
  return (
    <details open={open && items.length <= 8}>
      <summary>
        {title} ({items.length})
      </summary>
      <ul>
        {items.map((said, at) => (
          <li key={at}>{said}</li>
        ))}
      </ul>
    </details>
  );
}

export function SceneList({ scenes }: { scenes: { number: string; heading: string; said: string }[] }) {
  if (!scenes.length) return <p class="soft">No scene is another.</p>;
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label="Scenes">
      <table class="plain-table">
        <tbody>
          {scenes.map((one, at) => (
            <tr key={at}>
              <th class="number">{one.number}</th>
              <td class="long">{one.heading}</td>
              <td class="long">{one.said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
