/** A screen whose code did not come, as without a connection: in place of an empty page it says so, and can be tried again. */
import { Component, type ReactNode } from 'react'
import { Failed } from '../api/failed.tsx'

type BoundaryState = { error: Error | null }

export class Boundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null }

  static getDerivedStateFromError(error: Error): BoundaryState {
    return { error }
  }

  override render() {
    if (!this.state.error) return this.props.children
    return (
      <main id="main" tabIndex={-1}>
        <Failed error={this.state.error} onRetry={() => location.reload()} />
      </main>
    )
  }
}
