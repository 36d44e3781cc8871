import { inspect } from 'node:util'
import fc from 'fast-check'
import type { Target } from './target'
import { answerTargets } from './targets/answers'
import { gatewayTargets } from './targets/gateway'
import { inputTargets } from './targets/inputs'
import { pushTargets } from './targets/pushes'

const loadTargets = async (): Promise<readonly Target[]> => [
  ...(await answerTargets()),
  ...inputTargets,
  ...gatewayTargets,
  ...pushTargets,
]

export interface FuzzOptions {
  readonly inputs: number
  readonly seed: number
  /** Repeats one input of that seed. */
  readonly path?: string | undefined
  /** Ends without a finding after this time, whatever the number of inputs. */
  readonly limitMs?: number | undefined
  /** With the number of inputs so far. */
  readonly onInput?: (inputs: number) => void
}

export interface FuzzResult {
  /** Inputs by target. */
  readonly counts: ReadonlyMap<string, number>
  /** The smallest input that is treated wrongly, and how to repeat it. */
  readonly finding: string | undefined
}

const inputOf = (targets: readonly Target[]) =>
  fc.oneof(
    ...targets.map((target) => ({
      weight: target.weight,
      arbitrary: fc.record({ target: fc.constant(target), input: target.inputs }),
    })),
  )

/** Gives hostile inputs to every place where values from outside enter, until one is treated wrongly. */
export const runFuzz = async ({
  inputs,
  seed,
  path,
  limitMs,
  onInput,
}: FuzzOptions): Promise<FuzzResult> => {
  const targets = await loadTargets()
  const counts = new Map(targets.map(({ name }) => [name, 0]))
  const property = fc.asyncProperty(inputOf(targets), async ({ target, input }) => {
    counts.set(target.name, (counts.get(target.name) ?? 0) + 1)
    await target.run(input as never)
    assertUnpolluted()
  })
  let total = 0
  const counted = property.beforeEach(() => onInput?.(++total))
  const parameters = {
    numRuns: inputs,
    seed,
    ...(path !== undefined && { path }),
    ...(limitMs !== undefined && { interruptAfterTimeLimit: limitMs }),
  }
  const details = await fc.check(counted, parameters)
  if (!details.failed) return { counts, finding: undefined }
  const [found] = details.counterexample ?? []
  return {
    counts,
    finding: [
      found?.target.name,
      found === undefined ? '' : safely(() => inspect(withValues(found.input), { depth: 8 })),
      inspect(details.errorInstance),
      `Repeat it with: npm run fuzz -- --seed ${seed} --path ${details.counterexamplePath}`,
    ].join('\n'),
  }
}

/** Makes the values, and replaces an action and a codec by its name. */
const withValues = (input: unknown): unknown => {
  if (typeof input === 'function') return input()
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(
    Object.entries(input).map(([field, value]) => {
      if (typeof value === 'function') return [field, value()]
      return [field, ['action', 'codec', 'raw'].includes(field) ? nameOf(value) : value]
    }),
  )
}

const nameOf = (named: { readonly name?: unknown; readonly codec?: { readonly name: string } }) =>
  named.name ?? named.codec?.name

/** A hostile input may throw while it is printed. */
const safely = (print: () => string): string => {
  try {
    return print()
  } catch {
    return 'an input that cannot be printed'
  }
}

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype]
const propertiesOf = () => prototypes.map((prototype) => Reflect.ownKeys(prototype).length)
const initial = propertiesOf().join()

const assertUnpolluted = (): void => {
  if (propertiesOf().join() !== initial) throw new Error('a prototype was changed')
}
