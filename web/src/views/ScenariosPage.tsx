// Scenarios side by side: what each would be, what it costs, when each picture is done.

import { useState } from "preact/hooks";
import { useStore } from "../state.js";
import { factName } from "./naming.js";
import { NewScenario } from "./NewScenario.js";
import { ScenarioRun } from "./ScenarioRun.js";
import { canEdit, sent, useAnswer } from "./asking.js";
import { spelled } from "./values.js";

interface Scenario {
  name: string;
  note: string;
  by: string;
  what_ifs: { path: string; action: string; value: unknown; said: string }[];
}

export default function ScenariosPage() {
  const isEditor = canEdit();
  const { data, error } = useAnswer<{ scenarios: Scenario[] }>(isEditor ? "/api/scenarios" : null);
  if (!isEditor) return <p class="wait">Scenarios are shown to those who may edit.</p>;
  if (error) return <p class="wait error">{error}</p>;
  const found = data?.scenarios ?? [];
  return (
    <div class="view besides scenarios-view">
      <header class="view-head">
        <h2>Scenarios</h2>
        <span class="soft">What would be, if. Nothing of the shoot changes.</span>
      </header>
      <div class="cards">
        <article class="card">
          <h3>as it is</h3>
          <p class="soft">The shoot as it is known, held against all others.</p>
        </article>
        {found.map((one) => (
          <Card key={one.name} scenario={one} />
        ))}
        <NewScenario />
      </div>
      <ScenarioRun names={found.map((one) => one.name)} />
    </div>
  );
}

function Card({ scenario }: { scenario: Scenario }) {
  const shoot = useStore((state) => state.shoot);
  const [error, setError] = useState("");
  const remove = async () => setError(await sent(`/api/scenarios/${encodeURIComponent(scenario.name)}/remove`, {}));
  return (
    <article class="card">
      <h3>
        {scenario.name}
        <button type="button" class="plain" aria-label={`Remove ${scenario.name}`} title="Remove" onClick={() => void remove()}>
          ✕
        </button>
      </h3>
      {scenario.note ? <p class="soft">{scenario.note}</p> : null}
      <ul>
        {scenario.what_ifs.map((one) => (
          <li key={one.path}>
            <a href={`#/facts/${one.path}`} title={one.path}>
              {factName(one.path, shoot)}
            </a>{" "}
            {spelled(one.said.slice(one.path.length + 1))}
          </li>
        ))}
      </ul>
      {error ? <p class="error" role="alert">{error}</p> : null}
    </article>
  );
}
