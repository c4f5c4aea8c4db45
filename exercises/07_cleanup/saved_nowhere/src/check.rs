//! Whichever future of a transaction is dropped, and wherever: it is saved whole or not at all, and
//! whoever uses the connection next is not in it.

use super::{Connection, Database, Refused, Transaction};

/// Four statements, each with a way there and a way back, and the time before the first poll.
const POINTS: usize = 9;

/// Saves tea and cup, together.
async fn order(connection: &mut Connection) -> Result<(), Refused> {
    let mut transaction = Transaction::begin(connection).await?;
    transaction.execute("INSERT tea").await?;
    transaction.execute("INSERT cup").await?;
    transaction.commit().await
}

/// Somebody else takes a connection, saves a letter with one statement, and is told that it is
/// saved.
async fn write_a_letter(database: &Database) {
    let answer = database.connection().execute("INSERT letter").await;
    assert!(answer.is_ok(), "the server refused the statement of the next user");
}

#[track_caller]
fn assert_letter_saved(database: &Database, when: &str) {
    assert!(
        database.saved().iter().any(|row| row == "letter"),
        "{when}. The next user of the connection has saved a letter, the server has said yes, and \
         nobody else will ever see it: it was written into a transaction that is still open and \
         that nobody will commit.\n\
         Which `.await` may be the last thing that runs, and who knows then that a transaction is \
         open?"
    );
}

#[track_caller]
fn assert_order_whole(database: &Database) -> bool {
    let saved = database.saved();
    let has = |row: &str| saved.iter().any(|saved| saved == row);
    assert!(
        has("tea") == has("cup"),
        "the order was saved in half: {saved:?}. It was to be saved whole or not at all."
    );
    has("tea")
}

#[test]
fn an_order_is_saved_and_its_connection_is_used_again() {
    probe::run(async {
        let database = Database::new();
        let answer = order(&mut database.connection()).await;
        assert!(answer.is_ok() && assert_order_whole(&database), "the order was not saved");
        write_a_letter(&database).await;
        assert_letter_saved(&database, "an order was committed");
        assert!(
            database.connections() == 1,
            "the order went well, and its connection was thrown away. A new one costs more than \
             the order."
        );
        assert!(
            database.log().count("ROLLBACK") == 0,
            "the order was committed, the server has said so, and a ROLLBACK was sent all the \
             same: one more round trip with each transaction"
        );
    });
}

#[test]
fn an_order_is_whole_wherever_it_is_dropped() {
    let sweep = probe::at_every_suspension(async |cut| {
        let database = Database::new();
        cut.run(order(&mut database.connection())).await;
        write_a_letter(&database).await;
        let saved = assert_order_whole(&database);
        let committed = database.log().count("COMMIT") == 1;
        assert!(
            saved == committed,
            "the server has executed {} COMMIT, and the order is {}",
            if committed { "the" } else { "no" },
            if saved { "saved" } else { "not saved" },
        );
    });
    sweep.at_least(POINTS);
}

#[test]
fn the_next_user_is_not_in_it_wherever_it_is_dropped() {
    let sweep = probe::at_every_suspension(async |cut| {
        let database = Database::new();
        cut.run(order(&mut database.connection())).await;
        write_a_letter(&database).await;
        let when = match database.log().events().iter().rev().nth(1).map(String::as_str) {
            Some("BEGIN") => "An order was dropped while it waited for the answer to BEGIN",
            _ => "An order was dropped on its way",
        };
        assert_letter_saved(&database, when);
    });
    sweep.at_least(POINTS);
}

#[test]
fn a_refused_statement_leaves_nothing_open() {
    probe::run(async {
        let database = Database::new();
        let mut connection = database.connection();
        let answer = async {
            let mut transaction = Transaction::begin(&mut connection).await?;
            transaction.execute("INSERT tea").await?;
            transaction.execute("INSERT nonsense").await?;
            transaction.commit().await
        };
        assert!(answer.await == Err(Refused), "a statement was refused, and nobody was told");
        drop(connection);
        write_a_letter(&database).await;
        assert_letter_saved(&database, "A statement of an order was refused");
        assert!(database.saved() == ["letter"], "an order that failed was saved in part");
    });
}

#[test]
fn a_refused_begin_is_told() {
    probe::run(async {
        let database = Database::new();
        let mut connection = database.connection();
        connection.execute("BEGIN").await.expect("nothing is open yet");
        let answer = order(&mut connection).await;
        assert!(
            answer == Err(Refused) && database.saved().is_empty(),
            "a transaction was open already, so BEGIN was refused. The order says {answer:?}, and \
             {:?} was saved: it has committed what is not its own",
            database.saved()
        );
    });
}

#[test]
fn a_refused_commit_leaves_nothing_open() {
    probe::run(async {
        let database = Database::new();
        database.fill_the_disk(true);
        let answer = order(&mut database.connection()).await;
        database.fill_the_disk(false);
        assert!(answer == Err(Refused), "the COMMIT was refused, and nobody was told");
        write_a_letter(&database).await;
        assert_letter_saved(
            &database,
            "The COMMIT of an order was refused, and the transaction stayed open",
        );
        assert!(database.saved() == ["letter"], "an order whose COMMIT was refused was saved");
    });
}

#[test]
fn a_transaction_that_was_never_polled_sends_nothing() {
    probe::run(async {
        let database = Database::new();
        drop(Transaction::begin(&mut database.connection()));
        write_a_letter(&database).await;
        assert!(
            database.log().events() == ["INSERT letter"] && database.connections() == 1,
            "a future was made and dropped without a poll. It has begun nothing, and something was \
             undone"
        );
    });
}
