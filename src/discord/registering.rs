//! Telling Discord which commands there are, where it does not know yet.

use serde_json::Value;
use serenity::all::{ApplicationId, GuildId};
use serenity::http::{Http, LightMethod, Request, Route};

use super::commands;

/// Registers the commands, for everybody or for one server alone, if those that
/// Discord has are others.
///
/// # Errors
/// Where Discord does not answer, or refuses them.
pub(super) async fn register(
    http: &Http,
    application: ApplicationId,
    server: Option<u64>,
) -> serenity::Result<()> {
    let route = || match server {
        Some(server) => Route::GuildCommands {
            application_id: application,
            guild_id: GuildId::new(server),
        },
        None => Route::Commands {
            application_id: application,
        },
    };
    let there: Vec<Value> = http.fire(Request::new(route(), LightMethod::Get)).await?;
    let ours = commands::commands();
    if commands::are_the_same(&there, &ours) {
        return Ok(());
    }
    let body = serde_json::to_vec(&ours)?;
    let request = Request::new(route(), LightMethod::Put).body(Some(body));
    let _: Vec<Value> = http.fire(request).await?;
    tracing::info!(commands = ours.len(), "commands registered");
    Ok(())
}
