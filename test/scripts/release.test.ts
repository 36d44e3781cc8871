import { describe, expect, it } from 'vitest'
import { changelogOf, planRelease } from '../../scripts/release/plan-release'

const titlesOf = (isDryRun: boolean, branch = 'main', changed = '') =>
  planRelease({ branch, changed, isDryRun }).map(({ title }) => title)

describe('a release', () => {
  it('is checked and tested before it is packed', () => {
    expect(titlesOf(false)).toEqual(['Version and changelog', 'Checks', 'Tests', 'Package'])
  })

  it('is made from main', () => {
    expect(() => titlesOf(false, 'gateway')).toThrow(/from main, and this is gateway/)
  })

  it('is made without uncommitted changes', () => {
    expect(() => titlesOf(false, 'main', ' M src/index.ts')).toThrow(/src\/index\.ts/)
  })

  it('can be tried from every branch', () => {
    expect(titlesOf(true, 'gateway', ' M src/index.ts')).toEqual([
      'Version and changelog',
      'Package',
    ])
  })
})

describe('the changelog of a version', () => {
  const changelog = '# lockpanel\n\n## 0.2.0\n\n- Added it.\n\n## 0.1.0\n\n- Began.\n'

  it('is its section alone', () => {
    expect(changelogOf(changelog, '0.2.0')).toBe('- Added it.')
    expect(changelogOf(changelog, '0.1.0')).toBe('- Began.')
  })

  it('must exist', () => {
    expect(() => changelogOf(changelog, '0.3.0')).toThrow(/no section 0\.3\.0/)
  })
})
