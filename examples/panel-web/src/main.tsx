import { unstableSetRender } from 'antd-mobile'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { connect, targetOf } from './connect'
import './panel.css'

const element = document.getElementById('panel')
if (element === null) throw new Error('the page has no element for the panel')

const connection = connect(targetOf(location.search))
// antd-mobile shows dialogs outside of the tree, and does not know the root of React 19 by itself.
unstableSetRender((node, container) => {
  const root = createRoot(container)
  root.render(node)
  return async () => root.unmount()
})

createRoot(element).render(
  <StrictMode>
    <App {...connection} />
  </StrictMode>,
)
