//! The log: lines on standard error, as the config says, and never more of other
//! people's crates than is fit for a log.

use std::io;

use tracing::level_filters::LevelFilter;
use tracing::{Level, Metadata};
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use crate::config::Config;
use crate::discord;

/// Starts the log. Where one has been started already, that one stays.
pub(super) fn to_stderr(config: &Config) {
    let colour = anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never;
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(colour)
        .with_filter(EnvFilter::new(&config.log))
        .with_filter(filter_fn(is_fit).with_max_level_hint(LevelFilter::TRACE));
    let _ = tracing_subscriber::registry().with(lines).try_init();
}

/// Whether a line, or what stands around one, may be in the log whatever the
/// config says. At `debug` the Discord library prints whole messages with
/// people's words, and what it stands around its lines holds requests.
fn is_fit(about: &Metadata<'_>) -> bool {
    let target = about.target();
    let is_own = target == "waymark" || target.starts_with("waymark::");
    let quotes = target.starts_with(discord::QUOTING);
    is_own || about.is_event() && !quotes && *about.level() <= Level::INFO
}
