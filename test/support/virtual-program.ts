import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The settings of this repository, without a search for its files. */
export const compilerOptions = (): ts.CompilerOptions => {
  const path = join(root, 'tsconfig.node.json')
  const host = { ...ts.sys, readDirectory: () => [] }
  return ts.getParsedCommandLineOfConfigFile(
    path,
    {},
    { ...host, onUnRecoverableConfigFileDiagnostic: fail },
  )?.options as ts.CompilerOptions
}

const fail = ({ messageText }: ts.Diagnostic): never => {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
}

/** The files on disk, parsed and bound once for all programs: they have the same settings. */
const parsed = new Map<string, ts.SourceFile>()

/** A TypeScript program of in-memory files with the settings of this repository. Paths start at its root. */
export const virtualProgram = (files: Readonly<Record<string, string>>): ts.Program => {
  const options = compilerOptions()
  const virtual = new Map(Object.entries(files).map(([path, text]) => [join(root, path), text]))

  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => virtual.has(path) || fileExists(path)
  host.readFile = (path) => virtual.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = virtual.get(path)
    if (text !== undefined) return ts.createSourceFile(path, text, version)
    const file = parsed.get(path) ?? getSourceFile(path, version, ...rest)
    if (file !== undefined) parsed.set(path, file)
    return file
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
