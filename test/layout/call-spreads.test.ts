import ts from 'typescript'
import { expect, it } from 'vitest'
import { sourceFiles } from './source-files'

/** Takes the effects of one enrolment step, which are a few constants. */
const withFewArguments = 'transition('

/** Calls such as `rows.push(...page)`: each item takes a place on the stack, which ends at about 100,000. */
const spreadsIn = (path: string, text: string): readonly string[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node))
      if (node.arguments?.some(ts.isSpreadElement) === true)
        found.push(`${path}: ${node.getText(file)}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

it('the panel code passes no list as the arguments of a call, because lists of answers have no length limit', () => {
  expect(spreadsIn('sample.ts', 'rows.push(...page); [...page]')).toEqual([
    'sample.ts: rows.push(...page)',
  ])
  const found = ['src', 'actions'].flatMap((folder) =>
    sourceFiles(folder).flatMap(({ path, text }) => spreadsIn(path, text)),
  )
  expect(found.filter((call) => !call.includes(`: ${withFewArguments}`))).toEqual([])
})
