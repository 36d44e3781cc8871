import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A TypeScript program of in-memory files with the settings of this repository. Paths start at its root. */
export const virtualProgram = (files: Readonly<Record<string, string>>): ts.Program => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.node.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const virtual = new Map(Object.entries(files).map(([path, text]) => [join(root, path), text]))

  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => virtual.has(path) || fileExists(path)
  host.readFile = (path) => virtual.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = virtual.get(path)
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version)
  }
  return ts.createProgram([...virtual.keys()], options, host)
}

/** The compiler messages about one file; empty if it compiles. */
export const messagesAbout = (program: ts.Program, path: string): readonly string[] => {
  const file = program.getSourceFile(join(root, path))
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  )
}
