import { join } from 'node:path'
import ts from 'typescript'
import { commentOf } from '../comment-of'

const file = join(__dirname, '../../../gateway/refusal.ts')

/** Why the gateway refuses with a code: the comments on the codes in `gateway/refusal.ts`. */
export const readGatewayCauses = (): ReadonlyMap<string, string> => {
  const source = ts.createSourceFile(
    file,
    ts.sys.readFile(file) ?? '',
    ts.ScriptTarget.ES2022,
    true,
  )
  const causes = new Map<string, string>()
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const comment = commentOf(node)
      if (comment !== undefined) causes.set(node.name.getText(), comment)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return causes
}
