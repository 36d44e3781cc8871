/**
 * `npm run release`: takes the changesets into CHANGELOG.md and package.json, checks, tests, commits, tags and publishes.
 * `npm run release -- --dry-run` does it in a copy of the last commit, without the tests, and changes nothing here or at npm.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changelogOf, planRelease } from './release/plan-release'

const root = join(__dirname, '..')
const isDryRun = process.argv.includes('--dry-run')

const outputOf = (command: string, args: readonly string[], cwd = root): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** A copy of the last commit with the packages that are installed here. */
const copyOfCommit = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lockpanel-release-'))
  outputOf('git', ['clone', '--quiet', root, folder])
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const main = (): void => {
  const branch = outputOf('git', ['rev-parse', '--abbrev-ref', 'HEAD']).trim()
  const changed = outputOf('git', ['status', '--porcelain']).trim()
  const folder = isDryRun ? copyOfCommit() : root
  try {
    for (const { title, command, args } of planRelease({ branch, changed, isDryRun })) {
      console.log(`\n${title}: ${[command, ...args].join(' ')}`)
      execFileSync(command, args, { cwd: folder, stdio: 'inherit' })
    }
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    const changelog = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')
    console.log(`\n${version}\n\n${changelogOf(changelog, version)}`)
    if (isDryRun) {
      console.log('Nothing was published, committed or tagged.')
      return
    }
    outputOf('git', ['commit', '--all', '--message', `Release ${version}`])
    outputOf('git', ['tag', `v${version}`])
    execFileSync('npm', ['publish'], { cwd: root, stdio: 'inherit' })
    console.log(`Published ${version}. Push it: git push --follow-tags`)
  } finally {
    if (isDryRun) rmSync(folder, { recursive: true, force: true })
  }
}

try {
  main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
