import fc from 'fast-check'
import { arbitraryStory } from './arbitrary-story'
import { addCounts, type Counts, createCounts } from './counts'
import { describeStory } from './describe-story'
import { runStory } from './run-story'

export interface CampaignOptions {
  readonly runs: number
  readonly seed: number
  /** Repeats one run of that seed. */
  readonly path?: string | undefined
  readonly onRun?: (runs: number) => void
}

export interface CampaignResult {
  readonly counts: Counts
  /** The shortest story that breaks a rule, and how to repeat it. */
  readonly finding: string | undefined
}

/** Runs stories until one breaks a rule; that one is made as short as possible. */
export const runCampaign = async ({
  runs,
  seed,
  path,
  onRun,
}: CampaignOptions): Promise<CampaignResult> => {
  const counts = createCounts()
  let findings: readonly string[] = []
  const property = fc.asyncProperty(arbitraryStory, async (story) => {
    const facts = await runStory(story)
    if (findings.length === 0) {
      addCounts(counts, story, facts)
      onRun?.(counts.runs)
    }
    if (facts.findings.size === 0) return true
    findings = [...facts.findings]
    return false
  })
  const parameters = { numRuns: runs, seed, ...(path !== undefined && { path }) }
  const details = await withoutStacks(() => fc.check(property, parameters))
  if (!details.failed) return { counts, finding: undefined }
  const [story] = details.counterexample ?? []
  const repeat = `npm run campaign -- --seed ${seed} --path ${details.counterexamplePath}`
  if (story === undefined) return { counts, finding: `${details.errorInstance}\n${repeat}` }
  const again = await runStory(story)
  return {
    counts,
    finding: `${describeStory(story)}\nFound: ${[...again.findings].join('\n       ')}\nRepeat it with: ${repeat}`,
  }
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
