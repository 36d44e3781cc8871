/** What the working copy is like. */
export interface WorkingCopy {
  readonly branch: string
  /** The files that differ from the last commit; empty if none. */
  readonly changed: string
  readonly isDryRun: boolean
}

export interface ReleaseStep {
  readonly title: string
  readonly command: string
  readonly args: readonly string[]
}

/** The steps before the commit, in this order. Throws an error if this copy must not be released. */
export const planRelease = ({ branch, changed, isDryRun }: WorkingCopy): readonly ReleaseStep[] => {
  if (!isDryRun && branch !== 'main')
    throw new Error(`Releases are made from main, and this is ${branch}. Switch to main.`)
  if (!isDryRun && changed !== '')
    throw new Error(`Commit or discard these changes first:\n${changed}`)
  return [
    { title: 'Version and changelog', command: 'npx', args: ['changeset', 'version'] },
    ...(isDryRun ? [] : checks),
    { title: 'Package', command: 'npm', args: ['pack', '--dry-run'] },
  ]
}

const checks: readonly ReleaseStep[] = [
  { title: 'Checks', command: 'npm', args: ['run', 'check'] },
  { title: 'Tests', command: 'npm', args: ['test'] },
]

/** The section of a version. */
export const changelogOf = (changelog: string, version: string): string => {
  const [, after] = changelog.split(`\n## ${version}\n`)
  if (after === undefined) throw new Error(`CHANGELOG.md has no section ${version}.`)
  return (after.split(/\n## /)[0] ?? '').trim()
}
