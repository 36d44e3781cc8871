import fc from 'fast-check'

export interface CampaignOptions {
  readonly runs: number
  readonly seed: number
  /** Repeats one run of that seed. */
  readonly path?: string | undefined
  readonly onRun?: (runs: number) => void
}

export interface CampaignResult<Counts> {
  readonly counts: Counts
  /** The shortest story that breaks a rule, and how to repeat it. */
  readonly finding: string | undefined
}

/** One level of the campaign: what its stories are, and how one runs. */
export interface Level<Story, Facts> {
  readonly level: 'core' | 'flows'
  readonly stories: fc.Arbitrary<Story>
  readonly runStory: (story: Story) => Promise<Facts>
  readonly describeStory: (story: Story) => string
  /** Called after each story until the first one that breaks a rule. */
  readonly onStory: (story: Story, facts: Facts) => void
}

/** Runs stories until one breaks a rule; makes that one as short as possible, and describes it. */
export const explore = async <Story, Facts extends { readonly findings: ReadonlySet<string> }>(
  { runs, seed, path, onRun }: CampaignOptions,
  { level, stories, runStory, describeStory, onStory }: Level<Story, Facts>,
): Promise<string | undefined> => {
  let hasFinding = false
  let count = 0
  const property = fc.asyncProperty(stories, async (story) => {
    const facts = await runStory(story)
    if (!hasFinding) {
      onStory(story, facts)
      onRun?.(++count)
    }
    hasFinding ||= facts.findings.size > 0
    return facts.findings.size === 0
  })
  const parameters = { numRuns: runs, seed, ...(path !== undefined && { path }) }
  const details = await withoutStacks(() => fc.check(property, parameters))
  if (!details.failed) return undefined
  const [story] = details.counterexample ?? []
  const repeat = `npm run campaign -- --level ${level} --seed ${seed} --path ${details.counterexamplePath}`
  if (story === undefined) return `${details.errorInstance}\n${repeat}`
  const again = await runStory(story)
  return `${describeStory(story)}\nFound: ${[...again.findings].join('\n       ')}\nRepeat it with: ${repeat}`
}

/** The frames of an error contain no values, and cost more than the rest of a story. */
const withoutStacks = async <T>(work: () => Promise<T>): Promise<T> => {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return await work()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
