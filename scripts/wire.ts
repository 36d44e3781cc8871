/** Makes calls over real sockets through a faulty proxy, and prints what each fault became. Exits with 1 if a claim was wrong. */
import { parseArgs } from 'node:util'
import Table from 'cli-table3'
import { contradictionsOf, type JudgedCall, outcomeOf } from './wire/judge'
import { runWire } from './wire/run-wire'
import { callKinds } from './wire/wire-call'
import { wireFaults } from './wire/wire-fault'

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '1000' },
    between: { type: 'string', default: 'panel' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const PROGRESS = 1_000

const countsOf = (names: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join('\n')
}

const show = (calls: readonly JudgedCall[]): void => {
  const table = new Table({
    head: ['fault of the first request', ...callKinds],
    style: { head: [], border: [] },
  })
  for (const fault of wireFaults) {
    const of = (kind: string) =>
      calls.filter(({ call }) => call.faults[0] === fault && call.kind === kind)
    const cells = callKinds.map((kind) => countsOf(of(kind).map(({ ending }) => outcomeOf(ending))))
    table.push([fault, ...cells])
  }
  console.log(table.toString())
}

const main = async (): Promise<void> => {
  const { between } = values
  if (between !== 'panel' && between !== 'gateway')
    throw new Error(
      `--between ${between}: expected panel or gateway, which the proxy hides the cloud from`,
    )
  const seed = Number(values.seed)
  console.log(`seed ${seed}`)
  const { origin, calls, requests, faults } = await runWire({
    calls: Number(values.calls),
    seed,
    between,
    onCall: (ended) => {
      if (ended % PROGRESS === 0) console.error(`${ended} calls`)
    },
  })
  show(calls)
  const commands = calls.reduce((sum, { executions }) => sum + executions.commands, 0)
  console.log(
    `${calls.length} calls of ${origin}: ${requests} requests, ${faults} faults, ${commands} commands executed`,
  )
  const wrong = calls.flatMap((judged) =>
    contradictionsOf(judged).map(
      (what) =>
        `call ${judged.call.id}, ${judged.call.action} with ${judged.call.faults.join(', ')}: ${what}`,
    ),
  )
  console.log(wrong.length === 0 ? 'No claim was wrong.' : wrong.join('\n'))
  process.exitCode = wrong.length === 0 ? 0 : 1
}

void main()
