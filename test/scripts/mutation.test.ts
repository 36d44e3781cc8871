import { describe, expect, it } from 'vitest'
import { resultOf, type StrykerMutant } from '../../scripts/mutation/folder-result'

const mutant = (status: string, column = 1): StrykerMutant => ({
  status,
  replacement: 'false',
  location: { start: { line: 2, column }, end: { line: 2, column: column + 4 } },
})

describe('the result of a folder of mutants', () => {
  it('counts a failed and an endless test as noticed, and shows the code that survived', () => {
    const statuses = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'Ignored']
    const report = {
      files: {
        'src/a.ts': { source: 'one\ntrue two', mutants: statuses.map((each) => mutant(each)) },
      },
    }
    expect(resultOf(report)).toEqual({
      score: 50,
      noticed: 2,
      survivors: ['src/a.ts:2: true → false'],
      unreached: ['src/a.ts:2: true → false'],
    })
  })
})
