import { Component, type ComponentType, type ReactNode } from 'react';

export interface FailureProps {
  readonly error: unknown;
  /** Renders the failed part again. */
  readonly onRetry: () => void;
}

interface ErrorBoundaryProps {
  /** Shown in place of the failed part. */
  readonly fallback: ComponentType<FailureProps>;
  /** Renders the failed part again when this value changes. */
  readonly resetKey?: unknown;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  /** In an object, because the thrown value may be undefined. */
  readonly failure: { readonly error: unknown } | undefined;
}

/** Catches errors while rendering, so that the rest of the page keeps working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { error } };
  }

  override componentDidUpdate(previous: ErrorBoundaryProps) {
    if (this.state.failure !== undefined && previous.resetKey !== this.props.resetKey) this.retry();
  }

  readonly retry = () => this.setState({ failure: undefined });

  override render() {
    const { failure } = this.state;
    const { fallback: Fallback, children } = this.props;
    return failure === undefined ? (
      children
    ) : (
      <Fallback error={failure.error} onRetry={this.retry} />
    );
  }
}
