/** Runs every flow with every fault at every step and under every condition, and prints the outcomes. Exits with 1 if a run violates a rule. */
import Table from 'cli-table3'
import { scenarios } from '../test/flows/scenarios'
import { type FaultMatrix, runFaultMatrix } from '../test/flows/support/fault-matrix'
import { faultNames } from '../test/flows/support/fault-plan'

const show = ({ scenario, steps, runs, violations, conditionRuns }: FaultMatrix): void => {
  console.log(`\n${scenario.flow}, over ${scenario.over}`)
  for (const violation of violations) console.log(`  without a fault: ${violation}`)
  const table = new Table({ head: ['fault at', ...faultNames], style: { head: [], border: [] } })
  steps.forEach((step, index) => {
    const row = runs.slice(index * faultNames.length, (index + 1) * faultNames.length)
    table.push([`${index + 1}. ${step}`, ...row.map(outcomeOf)])
  })
  console.log(table.toString())
  const conditions = new Table({ head: ['condition', 'outcome'], style: { head: [], border: [] } })
  for (const run of conditionRuns) conditions.push([run.condition, outcomeOf(run)])
  if (conditionRuns.length > 0) console.log(conditions.toString())
}

const outcomeOf = ({
  outcome,
  violations,
}: Pick<FaultMatrix['conditionRuns'][number], 'outcome' | 'violations'>): string =>
  violations.length > 0 ? `WRONG: ${violations.join('; ')}` : outcome

/** `npm run faults -- passwords` runs the flows whose name contains the word. */
const main = async (): Promise<void> => {
  const [, , word = ''] = process.argv
  let runs = 0
  let wrong = 0
  for (const scenario of scenarios.filter(({ flow }) => flow.includes(word))) {
    const matrix = await runFaultMatrix(scenario)
    show(matrix)
    const all = [...matrix.runs, ...matrix.conditionRuns]
    runs += all.length + 1
    const failed = all.filter((run) => run.violations.length > 0)
    wrong += failed.length + matrix.violations.length
  }
  console.log(`\n${runs} runs, ${wrong} of them wrong.`)
  process.exitCode = wrong > 0 ? 1 : 0
}

void main()
