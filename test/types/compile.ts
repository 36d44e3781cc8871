import { messagesAbout, virtualProgram } from '../support/virtual-program'

/** Compiles snippets as files of an app; returns the messages of the compiler for each. */
export const messagesOf = (
  snippets: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> => {
  const pathOf = (name: string) => `test/types/${name}.virtual.ts`
  const named = Object.entries(snippets)
  const program = virtualProgram(
    Object.fromEntries(named.map(([name, text]) => [pathOf(name), text])),
  )
  return Object.fromEntries(named.map(([name]) => [name, messagesAbout(program, pathOf(name))]))
}
