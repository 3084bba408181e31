/** A screen whose code did not come, as without a connection: in place of an empty page it says so, and can be tried again. */
import { Component, type ReactNode } from 'react'
import { Failed } from '../api/failed.tsx'

type BoundaryState = { error: Error | null }

type BoundaryProps = {
  children: ReactNode
  /** What stands around it in place of what went with the screen. */
  around?: (failed: ReactNode) => ReactNode
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null }

  static getDerivedStateFromError(error: Error): BoundaryState {
    return { error }
  }

  override render() {
    if (!this.state.error) return this.props.children
    const failed = (
      <main id="main" tabIndex={-1}>
        <Failed error={this.state.error} onRetry={() => location.reload()} />
      </main>
    )
    return this.props.around?.(failed) ?? failed
  }
}
