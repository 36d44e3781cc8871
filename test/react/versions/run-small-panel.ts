import { Window } from 'happy-dom'

/** Prints what the small panel showed, as JSON. In a process of its own, because React needs a global document. */
const main = async (): Promise<void> => {
  const window = new Window()
  Object.assign(globalThis, { window, document: window.document })
  const { runSmallPanel } = await import('./small-panel')
  console.log(JSON.stringify(await runSmallPanel()))
  await window.happyDOM.close()
}

void main()
