/** Runs every flow with every fault at every step, and prints how each run ended; fails where one ended badly. */
import Table from 'cli-table3'
import { scenarios } from '../test/flows/scenarios'
import { faultNames } from '../test/flows/support/fault-plan'
import { type Matrix, matrixOf } from '../test/flows/support/matrix'

const show = ({ scenario, steps, cells, wrong }: Matrix): void => {
  console.log(`\n${scenario.flow}, over ${scenario.over}`)
  for (const fault of wrong) console.log(`  without a fault: ${fault}`)
  const table = new Table({ head: ['fault at', ...faultNames], style: { head: [], border: [] } })
  steps.forEach((step, index) => {
    const row = cells.slice(index * faultNames.length, (index + 1) * faultNames.length)
    table.push([
      `${index + 1}. ${step}`,
      ...row.map((cell) => (cell.wrong.length > 0 ? `WRONG: ${cell.wrong.join('; ')}` : cell.end)),
    ])
  })
  console.log(table.toString())
}

/** `npm run faults -- passwords` runs the flows whose name holds the word. */
const main = async (): Promise<void> => {
  const [, , wanted = ''] = process.argv
  let runs = 0
  let wrong = 0
  for (const scenario of scenarios.filter(({ flow }) => flow.includes(wanted))) {
    const matrix = await matrixOf(scenario)
    show(matrix)
    runs += matrix.cells.length + 1
    wrong += matrix.cells.filter((cell) => cell.wrong.length > 0).length + matrix.wrong.length
  }
  console.log(`\n${runs} runs, ${wrong} of them wrong.`)
  process.exitCode = wrong > 0 ? 1 : 0
}

void main()
